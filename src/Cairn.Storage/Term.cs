namespace Cairn.Storage;

/// <summary>A district's own word for one of Cairn's terms.</summary>
/// <param name="Language">The language, such as "en".</param>
/// <param name="Key">The term, such as "learner".</param>
/// <param name="One">The word for one of them.</param>
/// <param name="Many">The word for several.</param>
public sealed record Term(string Language, string Key, string One, string Many);

/// <summary>The package that a framework version was imported from, byte for byte, so that nothing of it is lost.</summary>
/// <param name="Version">The version.</param>
/// <param name="Format">The standard it is written in, such as "case-1.1".</param>
/// <param name="Bytes">The package.</param>
public sealed record SourcePackage(Learning.FrameworkVersionId Version, string Format, byte[] Bytes);
