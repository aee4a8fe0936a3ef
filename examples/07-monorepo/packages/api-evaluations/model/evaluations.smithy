$version: "2.0"

namespace acme.evaluations

use aws.protocols#restJson1
use shapegate#arn
use shapegate#nameAlphabet
use shapegate#s3Uri

/// Measures imported models against sets of questions.
@restJson1
@httpBearerAuth
@title("Evaluations")
service Evaluations {
    version: "2026-11-01"
    operations: [StartEvaluation, GetEvaluation]
}

/// Starts to measure a model. The result comes later: ask for it with the id.
@http(method: "POST", uri: "/evaluations", code: 202)
operation StartEvaluation {
    input := {
        /// What people call it.
        @required
        name: EvaluationName

        /// The imported model that is measured.
        @required
        modelArn: ImportedModelArn

        /// The folder that holds the questions.
        @required
        questions: QuestionsUri

        @required
        metrics: Metrics

        /// The score from which the model passes.
        threshold: Score
    }

    output := {
        @required
        id: EvaluationId
    }

    errors: [NoSuchModel]
}

/// Tells how far an evaluation is.
@readonly
@http(method: "GET", uri: "/evaluations/{id}")
operation GetEvaluation {
    input := {
        @required
        @httpLabel
        id: EvaluationId
    }

    output := {
        @required
        status: Status

        /// The score of each metric, once there is one.
        scores: Scores
    }

    errors: [NoSuchEvaluation]
}

@nameAlphabet(characters: "a-z0-9-", first: "a-z", single: "-", replacement: "-")
@length(min: 1, max: 40)
@pattern("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
string EvaluationName

@arn(service: "bedrock", resourceType: "imported-model", sendersAccount: true)
@length(max: 1011)
string ImportedModelArn

@s3Uri(keyCharacters: "a-zA-Z0-9_.-", folderOf: "questions.jsonl")
@length(max: 1024)
string QuestionsUri

@pattern("^ev-[0-9a-f]{16}$")
string EvaluationId

@length(min: 1, max: 8)
@uniqueItems
list Metrics {
    member: Metric
}

enum Metric {
    ACCURACY = "accuracy"
    FAITHFULNESS = "faithfulness"
    TOXICITY = "toxicity"
}

@range(min: 0, max: 1)
double Score

map Scores {
    key: Metric
    value: Score
}

enum Status {
    RUNNING = "running"
    PASSED = "passed"
    FAILED = "failed"
}

/// There is no such imported model, or the service may not use it.
@error("client")
@httpError(404)
structure NoSuchModel {
    message: String
}

/// No evaluation has this id.
@error("client")
@httpError(404)
structure NoSuchEvaluation {
    message: String
}
