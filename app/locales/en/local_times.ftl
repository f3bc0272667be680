# A local time the clocks pass twice or jump over.
local-time-which = Which time is meant?
local-time-skipped = This time does not exist: the clocks are put forward over it. Choose the one you mean.
local-time-twice = The clocks are put back over this time, so it comes twice. Choose the one you mean.
