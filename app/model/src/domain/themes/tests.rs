//! The tree never breaks a rule, merging and splitting lose nothing and are taken back, and suggestions say why.

mod suggest;
mod tree;
