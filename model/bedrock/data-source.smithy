$version: "2.0"

namespace com.amazonaws.bedrock

/// Where the weights of a model lie: exactly one of the members.
union ModelDataSource {
    /// In a bucket of Amazon S3.
    s3DataSource: S3DataSource
}

/// Weights in a bucket.
structure S3DataSource {
    /// The folder that holds `config.json`, the tokenizer and the `.safetensors` files themselves, not an archive of
    /// them.
    @required
    s3Uri: S3Uri
}

/// The address of a folder in Amazon S3, `s3://bucket/path/`. The path may hold fewer characters than S3 allows.
@length(min: 1, max: 1024)
@pattern("^s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:/[-!_*'().a-z0-9A-Z]+(?:/[-!_*'().a-z0-9A-Z]+)*)?/?$")
string S3Uri
