//! Folders with missing, wrong or hostile files: one clear error each, and no panic.

use std::path::Path;

use crate::common::{copy, model};
use notis_neural::{Encoder, Generator};
use serde_json::{Value, json};

fn edit_config(folder: &Path, key: &str, value: Value) {
    let path = folder.join("config.json");
    let mut config: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    config[key] = value;
    std::fs::write(path, config.to_string()).unwrap();
}

/// What loading a folder says; it must be one line that names the folder or a file in it.
fn complaint(family: &str, folder: &Path) -> String {
    let error = match family {
        "encoder" => Encoder::load(folder, 1).map(drop),
        _ => Generator::load(folder, 1).map(drop),
    };
    let message = error.expect_err("the folder is spoilt").to_string();
    assert!(message.contains(folder.to_str().unwrap()), "{message}");
    message
}

#[test]
fn a_folder_that_is_none_is_an_error() {
    assert!(complaint("encoder", Path::new("/nowhere/at/all")).contains("no folder"));
}

#[test]
fn every_missing_file_is_named() {
    for (family, files) in [
        (
            "encoder",
            &["config.json", "model.safetensors", "tokenizer.json"][..],
        ),
        ("t5", &["config.json", "model.safetensors"]),
        ("bart", &["config.json", "model.safetensors", "merges.txt"]),
    ] {
        for file in files {
            let folder = copy(family);
            std::fs::remove_file(folder.path().join(file)).unwrap();
            assert!(
                complaint(family, folder.path()).contains(file),
                "{family} without {file}"
            );
        }
    }
    let folder = copy("t5");
    std::fs::remove_file(folder.path().join("spiece.model")).unwrap();
    assert!(complaint("t5", folder.path()).contains("tokenizer"));
}

#[test]
fn what_a_configuration_cannot_say_is_refused() {
    for (family, key, value) in [
        ("encoder", "hidden_size", json!(0)),
        ("encoder", "hidden_size", json!(-16)),
        ("encoder", "hidden_size", json!("16")),
        ("encoder", "num_attention_heads", json!(3)),
        ("encoder", "vocab_size", json!(i64::MAX)),
        ("encoder", "num_hidden_layers", json!(100)),
        ("encoder", "hidden_act", json!("softplus")),
        ("encoder", "model_type", json!("gpt2")),
        ("encoder", "model_type", json!(null)),
        ("t5", "d_kv", json!(0)),
        ("t5", "d_model", json!(1_i64 << 40)),
        ("t5", "num_decoder_layers", json!(7)),
        ("t5", "decoder_start_token_id", json!(null)),
        ("t5", "decoder_start_token_id", json!(100_000)),
        ("t5", "feed_forward_proj", json!("silu")),
        ("bart", "decoder_attention_heads", json!(5)),
        ("bart", "max_position_embeddings", json!(1_000_000)),
        ("bart", "eos_token_id", json!(-7)),
        ("pegasus", "encoder_layers", json!(null)),
        ("pegasus", "encoder_ffn_dim", json!(4096)),
        ("encoder", "max_position_embeddings", json!(1.5)),
        ("t5", "num_heads", json!([4])),
        ("t5", "vocab_size", json!(i64::MIN)),
        ("bart", "d_model", json!(0)),
        ("bart", "decoder_start_token_id", json!(null)),
        ("bart", "decoder_layers", json!(1_000_000)),
        ("pegasus", "d_model", json!(true)),
    ] {
        let folder = copy(family);
        edit_config(folder.path(), key, value.clone());
        let message = complaint(family, folder.path());
        assert!(
            !message.contains("could not be run"),
            "{family}, {key} = {value}: {message}"
        );
    }
}

#[test]
fn files_of_any_bytes_are_errors() {
    let junk: [&[u8]; 4] = [b"", b"{", b"[[[[[[[[", &[0xff; 64]];
    for (family, file) in [
        ("encoder", "config.json"),
        ("encoder", "model.safetensors"),
        ("encoder", "tokenizer.json"),
        ("t5", "model.safetensors"),
        ("t5", "spiece.model"),
        ("bart", "vocab.json"),
    ] {
        for bytes in junk {
            let folder = copy(family);
            std::fs::write(folder.path().join(file), bytes).unwrap();
            complaint(family, folder.path());
        }
    }
}

#[test]
fn weights_cut_short_or_of_another_model_are_errors() {
    for family in ["encoder", "t5", "bart", "pegasus"] {
        let folder = copy(family);
        let path = folder.path().join("model.safetensors");
        let bytes = std::fs::read(&path).unwrap();
        std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        assert!(complaint(family, folder.path()).contains("beyond its end"));
        let other = if family == "encoder" { "t5" } else { "encoder" };
        std::fs::copy(model(other).join("model.safetensors"), &path).unwrap();
        complaint(family, folder.path());
    }
}

#[test]
fn a_folder_in_the_place_of_a_file_is_a_missing_file() {
    for (family, file) in [
        ("encoder", "config.json"),
        ("encoder", "model.safetensors"),
        ("encoder", "tokenizer.json"),
        ("t5", "config.json"),
        ("bart", "merges.txt"),
    ] {
        let folder = copy(family);
        let path = folder.path().join(file);
        std::fs::remove_file(&path).unwrap();
        std::fs::create_dir(&path).unwrap();
        assert!(
            complaint(family, folder.path()).contains(file),
            "{family}, {file}"
        );
    }
    assert!(complaint("encoder", &model("encoder").join("config.json")).contains("no folder"));
}

#[test]
fn a_file_that_is_no_text_or_too_large_is_named() {
    for (family, file) in [
        ("encoder", "config.json"),
        ("encoder", "tokenizer.json"),
        ("t5", "notis.toml"),
    ] {
        let folder = copy(family);
        let path = folder.path().join(file);
        std::fs::write(&path, [0xc3, 0x28]).unwrap();
        assert!(
            complaint(family, folder.path()).contains(file),
            "{family}, {file}"
        );
        std::fs::File::create(&path).unwrap().set_len(1 << 30).unwrap();
        assert!(
            complaint(family, folder.path()).contains("bytes"),
            "{family}, {file}"
        );
    }
}

/// Only where the system keeps this user from reading it; the administrator reads everything.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::fs::{File, Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt as _;

    for file in ["config.json", "model.safetensors", "tokenizer.json"] {
        let folder = copy("encoder");
        let path = folder.path().join(file);
        set_permissions(&path, Permissions::from_mode(0o000)).unwrap();
        if File::open(&path).is_ok() {
            println!("skipped: this user may read everything");
            return;
        }
        assert!(complaint("encoder", folder.path()).contains(file), "{file}");
    }
}

#[test]
fn json_of_other_types_is_an_error() {
    for family in ["encoder", "t5", "bart", "pegasus"] {
        for json in ["null", "[]", "7", "\"bert\"", "{}", r#"{"model_type":7}"#] {
            let folder = copy(family);
            std::fs::write(folder.path().join("config.json"), json).unwrap();
            assert!(
                complaint(family, folder.path()).contains("config.json"),
                "{family}, {json}"
            );
        }
    }
    for json in ["null", "[]", "{}", r#"{"model":{"type":"Unigram","vocab":7}}"#] {
        let folder = copy("encoder");
        std::fs::write(folder.path().join("tokenizer.json"), json).unwrap();
        assert!(
            complaint("encoder", folder.path()).contains("tokenizer.json"),
            "{json}"
        );
    }
}

#[test]
fn settings_that_no_model_can_follow_are_refused() {
    for settings in [
        "beams = 0",
        "beams = 'many'",
        "window = -1",
        "prefix = 1",
        "colour = 'red'",
        "\u{0}",
    ] {
        let folder = copy("t5");
        std::fs::write(folder.path().join("notis.toml"), settings).unwrap();
        assert!(
            complaint("t5", folder.path()).contains("notis.toml"),
            "{settings}"
        );
    }
}
