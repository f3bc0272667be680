//! Writing a file with its brotli and gzip twins, once, so that no request has to compress it.

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

/// Files that are compressed already.
const PACKED: [&str; 3] = ["png", "woff2", "ico"];

/// Writes `name` into `folder`, and `name.br` and `name.gz` beside it. A file that has not changed stays untouched.
pub fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(name);
    let twins = [folder.join(format!("{name}.br")), folder.join(format!("{name}.gz"))];
    let packed = path.extension().and_then(|e| e.to_str()).is_some_and(|e| PACKED.contains(&e));
    if fs::read(&path).is_ok_and(|old| old == bytes) && (packed || twins.iter().all(|twin| twin.exists())) {
        return Ok(());
    }
    fs::write(&path, bytes)?;
    if packed {
        return Ok(());
    }
    let mut br = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut br, 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    drop(writer);
    let mut gz = GzEncoder::new(Vec::new(), Compression::best());
    gz.write_all(bytes)?;
    let gz = gz.finish()?;
    println!("site: {name} {} bytes, brotli {}, gzip {}", bytes.len(), br.len(), gz.len());
    fs::write(&twins[0], br)?;
    fs::write(&twins[1], gz)?;
    Ok(())
}
