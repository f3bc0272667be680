-- PostgreSQL keeps long texts beside the row: nothing to move here. SQLite has the same number.
SELECT 1;
