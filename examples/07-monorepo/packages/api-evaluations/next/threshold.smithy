$version: "2.0"

namespace acme.evaluations

// What the next version of the service demands; the specs in `specs/next` are ready for it.

apply StartEvaluationInput$threshold @required
