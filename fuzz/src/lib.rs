//! What the fuzz targets share: small models, articles made on purpose, and laws.

pub mod damage;
pub mod laws;
pub mod model;
pub mod news;
pub mod readers;
