//! The container of a model file: named arrays of numbers and a JSON head, in the safetensors format, under a checksum.
//!
//! safetensors refuses bytes after its arrays and writes its metadata from a hash map. So all metadata is one key that
//! holds JSON with sorted keys, and the BLAKE3 sum over the whole file is itself an array of 32 bytes, which counts as
//! zeros while summing. The same content gives the same bytes, and no bit can change unnoticed.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use safetensors::tensor::{Metadata, View};
use safetensors::{Dtype, SafeTensors};
use serde_json::Value;
use thiserror::Error;

/// The version of the format that this program writes, and the only one it reads so far.
pub const FORMAT: u64 = 1;

const SUM: &str = "blake3";
const HEAD: &str = "notis";
const VERSION: &str = "format";

/// Why bytes are not a model.
#[derive(Debug, Error)]
pub enum ContainerError {
    /// Not a model file at all, or cut short.
    #[error("not a notis model, or cut short: {0}; copy it again, or train it anew")]
    Structure(String),
    /// The checksum does not match.
    #[error("the model is damaged: its checksum does not match; copy it again or train it anew")]
    Checksum,
    /// Written by another version.
    #[error(
        "the model has format {found}, this program reads format {FORMAT}; {}",
        if *.found > FORMAT { "use a newer notis" } else { "train it anew with this notis" }
    )]
    Version {
        /// The format of the file.
        found: u64,
    },
    /// An array is missing or has another shape than the model needs.
    #[error("the model lacks a proper «{0}»; train it anew")]
    Missing(String),
}

/// An array of numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Array {
    /// Bytes.
    U8(Vec<u8>),
    /// Small signed numbers.
    I8(Vec<i8>),
    /// Counts.
    U32(Vec<u32>),
    /// Hashes.
    U64(Vec<u64>),
    /// Real numbers.
    F32(Vec<f32>),
    /// Real numbers, exact sums.
    F64(Vec<f64>),
}

impl Array {
    fn len(&self) -> usize {
        match self {
            Array::U8(v) => v.len(),
            Array::I8(v) => v.len(),
            Array::U32(v) => v.len(),
            Array::U64(v) => v.len(),
            Array::F32(v) => v.len(),
            Array::F64(v) => v.len(),
        }
    }

    fn dtype(&self) -> Dtype {
        match self {
            Array::U8(_) => Dtype::U8,
            Array::I8(_) => Dtype::I8,
            Array::U32(_) => Dtype::U32,
            Array::U64(_) => Dtype::U64,
            Array::F32(_) => Dtype::F32,
            Array::F64(_) => Dtype::F64,
        }
    }

    fn bytes(&self) -> Cow<'_, [u8]> {
        match self {
            Array::U8(v) => Cow::Borrowed(v),
            Array::I8(v) => v.iter().map(|n| n.to_le_bytes()[0]).collect(),
            Array::U32(v) => v.iter().flat_map(|n| n.to_le_bytes()).collect(),
            Array::U64(v) => v.iter().flat_map(|n| n.to_le_bytes()).collect(),
            Array::F32(v) => v.iter().flat_map(|n| n.to_le_bytes()).collect(),
            Array::F64(v) => v.iter().flat_map(|n| n.to_le_bytes()).collect(),
        }
    }

    fn read(dtype: Dtype, bytes: &[u8]) -> Option<Array> {
        Some(match dtype {
            Dtype::U8 => Array::U8(bytes.to_vec()),
            Dtype::I8 => Array::I8(bytes.iter().map(|&b| i8::from_le_bytes([b])).collect()),
            Dtype::U32 => Array::U32(numbers(bytes, u32::from_le_bytes)),
            Dtype::U64 => Array::U64(numbers(bytes, u64::from_le_bytes)),
            Dtype::F32 => Array::F32(numbers(bytes, f32::from_le_bytes)),
            Dtype::F64 => Array::F64(numbers(bytes, f64::from_le_bytes)),
            _ => return None,
        })
    }
}

/// The numbers of an array, where it is of their kind; else the array.
macro_rules! numbers_of_arrays {
    ($($kind:ident of $number:ty),*) => {$(
        impl TryFrom<Array> for Vec<$number> {
            type Error = Array;

            fn try_from(array: Array) -> Result<Self, Array> {
                if let Array::$kind(numbers) = array { Ok(numbers) } else { Err(array) }
            }
        }
    )*};
}

numbers_of_arrays!(U8 of u8, I8 of i8, U32 of u32, U64 of u64, F32 of f32, F64 of f64);

fn numbers<const N: usize, T>(bytes: &[u8], read: impl Fn([u8; N]) -> T) -> Vec<T> {
    bytes.as_chunks().0.iter().map(|&chunk| read(chunk)).collect()
}

/// An array as safetensors sees it.
struct Stored<'a>(&'a Array, [usize; 1]);

impl View for Stored<'_> {
    fn dtype(&self) -> Dtype {
        self.0.dtype()
    }

    fn shape(&self) -> &[usize] {
        &self.1
    }

    fn data(&self) -> Cow<'_, [u8]> {
        self.0.bytes()
    }

    fn data_len(&self) -> usize {
        self.0.len() * self.0.dtype().bitsize() / 8
    }
}

/// A JSON head and named arrays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Container {
    /// The head, sorted by key.
    pub head: BTreeMap<String, Value>,
    /// The arrays.
    pub arrays: BTreeMap<String, Array>,
}

impl Container {
    /// The file's bytes; the same content gives the same.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut head = self.head.clone();
        head.insert(VERSION.to_owned(), FORMAT.into());
        let head = Value::Object(head.into_iter().collect()).to_string();
        let sum = Array::U8(vec![0; blake3::OUT_LEN]);
        let arrays = self.arrays.iter().map(|(name, array)| (name.as_str(), array));
        let all = arrays
            .chain([(SUM, &sum)])
            .map(|(name, array)| (name, Stored(array, [array.len()])));
        let metadata = HashMap::from([(HEAD.to_owned(), head)]);
        let mut bytes = safetensors::serialize(all, Some(metadata))
            .unwrap_or_else(|error| unreachable!("arrays match their own shapes: {error}"));
        seal(&mut bytes);
        bytes
    }

    /// The content of a file.
    ///
    /// # Errors
    /// Where the bytes are no model, are damaged, or come from another version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ContainerError> {
        let (at, metadata) = sum_range(bytes)?;
        if checksum(bytes, at) != bytes[at..at + blake3::OUT_LEN] {
            return Err(ContainerError::Checksum);
        }
        let head = read_head(&metadata)?;
        let tensors = SafeTensors::deserialize(bytes).map_err(structure)?;
        let mut arrays = BTreeMap::new();
        for (name, view) in tensors.tensors() {
            if name != SUM {
                let array = Array::read(view.dtype(), view.data());
                arrays.insert(name.clone(), array.ok_or(ContainerError::Missing(name))?);
            }
        }
        Ok(Container { head, arrays })
    }

    /// Takes the numbers of an array out.
    ///
    /// # Errors
    /// Where it is not there or of another kind.
    pub fn take<T>(&mut self, name: &str) -> Result<Vec<T>, ContainerError>
    where
        Vec<T>: TryFrom<Array>,
    {
        let array = self.arrays.remove(name);
        let numbers = array.and_then(|array| array.try_into().ok());
        numbers.ok_or_else(|| ContainerError::Missing(name.to_owned()))
    }

    /// Takes an array out where there is one, as [`Self::take`]; parts that older files lack are read like this.
    ///
    /// # Errors
    /// Where it is of another kind.
    pub fn take_if_any<T>(&mut self, name: &str) -> Result<Option<Vec<T>>, ContainerError>
    where
        Vec<T>: TryFrom<Array>,
    {
        if self.arrays.contains_key(name) {
            self.take(name).map(Some)
        } else {
            Ok(None)
        }
    }

    /// Reads a part of the head.
    ///
    /// # Errors
    /// Where it is not there or of another form.
    pub fn get<T: serde::de::DeserializeOwned>(&self, name: &str) -> Result<T, ContainerError> {
        let value = self.head.get(name).cloned().unwrap_or_default();
        serde_json::from_value(value).map_err(|_| ContainerError::Missing(name.to_owned()))
    }

    /// Puts a part into the head.
    pub fn put(&mut self, name: &str, value: &impl serde::Serialize) {
        let value = serde_json::to_value(value).unwrap_or_default();
        self.head.insert(name.to_owned(), value);
    }
}

fn structure(error: impl std::fmt::Display) -> ContainerError {
    ContainerError::Structure(error.to_string())
}

/// Where the checksum stands, and the file's metadata.
fn sum_range(bytes: &[u8]) -> Result<(usize, Metadata), ContainerError> {
    let (head_len, metadata) = SafeTensors::read_metadata(bytes).map_err(structure)?;
    let info = metadata.info(SUM).ok_or_else(|| structure("no checksum"))?;
    let (start, end) = info.data_offsets;
    let at = 8 + head_len + start;
    if end - start != blake3::OUT_LEN || at + blake3::OUT_LEN > bytes.len() {
        return Err(structure("no checksum"));
    }
    Ok((at, metadata))
}

/// Puts the checksum of a file into its place, where it has one.
pub(crate) fn seal(bytes: &mut [u8]) {
    if let Ok((at, _)) = sum_range(bytes) {
        let sum = checksum(bytes, at);
        bytes[at..at + blake3::OUT_LEN].copy_from_slice(&sum);
    }
}

fn checksum(bytes: &[u8], at: usize) -> [u8; blake3::OUT_LEN] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&bytes[..at]);
    hasher.update(&[0; blake3::OUT_LEN]);
    hasher.update(&bytes[at + blake3::OUT_LEN..]);
    *hasher.finalize().as_bytes()
}

fn read_head(metadata: &Metadata) -> Result<BTreeMap<String, Value>, ContainerError> {
    let text = metadata
        .metadata()
        .as_ref()
        .and_then(|map| map.get(HEAD))
        .ok_or_else(|| structure("no head"))?;
    let mut head: BTreeMap<String, Value> = serde_json::from_str(text).map_err(structure)?;
    match head.remove(VERSION).and_then(|version| version.as_u64()) {
        Some(FORMAT) => Ok(head),
        Some(found) => Err(ContainerError::Version { found }),
        None => Err(structure("no format version")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn small() -> Container {
        let mut container = Container::default();
        container.put("topics", &["syria", "helse"]);
        container.put("articles", &12);
        container
            .arrays
            .insert("weights".to_owned(), Array::I8(vec![-3, 0, 127]));
        container
            .arrays
            .insert("terms".to_owned(), Array::U64(vec![1, u64::MAX]));
        container
            .arrays
            .insert("biases".to_owned(), Array::F32(vec![0.5, -1.0]));
        container
    }

    /// A parser that is content with the neighbour read the slope of a flat curve as ….5117106e-16.
    #[test]
    fn a_number_is_read_to_its_last_bit() {
        let mut container = Container::default();
        let slopes = [
            2.959_866_680_511_71e-16,
            -1.250_641_952_129_269,
            f64::MIN_POSITIVE,
        ];
        container.put("slopes", &slopes);
        let read = Container::from_bytes(&container.to_bytes()).unwrap();
        assert_eq!(
            read.get::<[f64; 3]>("slopes").unwrap().map(f64::to_bits),
            slopes.map(f64::to_bits)
        );
    }

    #[test]
    fn what_was_written_is_read() {
        let bytes = small().to_bytes();
        assert_eq!(Container::from_bytes(&bytes).unwrap(), small());
        assert_eq!(bytes, small().to_bytes());
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let bytes = small().to_bytes();
        for bit in 0..bytes.len() * 8 {
            let mut damaged = bytes.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            assert!(Container::from_bytes(&damaged).is_err(), "bit {bit}");
        }
    }

    #[test]
    fn every_shortened_file_is_noticed() {
        let bytes = small().to_bytes();
        for len in 0..bytes.len() {
            assert!(Container::from_bytes(&bytes[..len]).is_err(), "{len} bytes");
        }
    }

    #[test]
    fn another_version_says_what_to_do() {
        let mut head = small().head;
        head.insert(VERSION.to_owned(), 7.into());
        let text = Value::Object(head.into_iter().collect()).to_string();
        let sum = Array::U8(vec![0; 32]);
        let metadata = HashMap::from([(HEAD.to_owned(), text)]);
        let mut bytes = safetensors::serialize([(SUM, Stored(&sum, [32]))], Some(metadata)).unwrap();
        seal(&mut bytes);
        let error = Container::from_bytes(&bytes).unwrap_err();
        assert!(matches!(error, ContainerError::Version { found: 7 }));
        assert!(error.to_string().contains("newer"));
    }

    proptest! {
        #[test]
        fn any_bytes_give_ok_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = Container::from_bytes(&bytes);
        }
    }
}
