//! Whether the description of the API is true of its answers.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// `contract.json` of the library holds every field that an answer can have.
#[test]
fn every_field_of_an_answer_is_described_and_no_other() {
    let read = |json: &str| serde_json::from_str::<Value>(json).unwrap();
    // Read when the test runs: a package of this crate alone has no such file and is to compile all the same.
    let contract = concat!(env!("CARGO_MANIFEST_DIR"), "/../notis/contract.json");
    let contract = read(&std::fs::read_to_string(contract).unwrap());
    let described = read(notis_server::openapi());
    for (answer, schema) in [
        ("classification", "Classification"),
        ("digest", "Digest"),
        ("analysis", "Analysis"),
        ("group", "GroupDigest"),
    ] {
        let schema = &described["components"]["schemas"][schema];
        compare(&contract[answer], schema, &described, answer);
    }
}

fn compare(value: &Value, schema: &Value, described: &Value, at: &str) {
    if let Some(name) = schema["$ref"].as_str() {
        let schema = described.pointer(&name[1..]).unwrap();
        return compare(value, schema, described, at);
    }
    match value {
        Value::Array(items) => items
            .iter()
            .for_each(|item| compare(item, &schema["items"], described, at)),
        Value::Object(fields) if schema["properties"].is_object() => {
            let properties = schema["properties"].as_object().unwrap();
            let names = |fields: &Map<String, Value>| fields.keys().cloned().collect::<BTreeSet<_>>();
            assert_eq!(names(fields), names(properties), "{at}");
            for (name, value) in fields {
                compare(value, &properties[name], described, &format!("{at}.{name}"));
            }
        }
        _ => {}
    }
}
