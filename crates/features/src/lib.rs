//! notis-features
