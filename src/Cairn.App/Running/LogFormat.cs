namespace Cairn.App.Running;

/// <summary>How log lines look.</summary>
internal enum LogFormat
{
    /// <summary>For a person at a terminal: warnings and errors.</summary>
    Text,

    /// <summary>One JSON object a line, for a machine: those, and a line for each request.</summary>
    Json,
}
