using System.Text.Json.Serialization;

namespace Cairn.App.Api.Cairn;

/// <summary>How the API writes JSON: names in lower camel case, nothing where there is nothing, made at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(OrganizationsJson))]
[JsonSerializable(typeof(GroupsJson))]
[JsonSerializable(typeof(LearnersJson))]
[JsonSerializable(typeof(LearnerJson))]
[JsonSerializable(typeof(DeterminationsJson))]
[JsonSerializable(typeof(EvidencePageJson))]
[JsonSerializable(typeof(JudgmentsPageJson))]
[JsonSerializable(typeof(JournalPageJson))]
[JsonSerializable(typeof(FrameworksJson))]
[JsonSerializable(typeof(FrameworkJson))]
[JsonSerializable(typeof(RecordedEvidenceJson))]
[JsonSerializable(typeof(RecordedJudgmentsJson))]
[JsonSerializable(typeof(RecordedJson))]
[JsonSerializable(typeof(ChangedLearnerJson))]
internal sealed partial class ApiJson : JsonSerializerContext;

/// <summary>What was recorded, by its ids: an answer that is kept holds nobody's words.</summary>
internal sealed record RecordedEvidenceJson(Guid Id, Guid Experience, IReadOnlyList<Guid> Judgments);

/// <summary>Judgments that were recorded, in the order they were sent.</summary>
internal sealed record RecordedJudgmentsJson(IReadOnlyList<Guid> Judgments);

/// <summary>A fact that was recorded.</summary>
internal sealed record RecordedJson(Guid Id);

/// <summary>A learner who was changed, and the version that stands now.</summary>
internal sealed record ChangedLearnerJson(Guid Id, int Version);
