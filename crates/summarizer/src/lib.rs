//! notis-summarizer
