using Cairn.Learning.Transcripts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>What turns levels into letters and numbers.</summary>
public abstract partial class Db
{
    /// <summary>Conversions, in every version and state.</summary>
    public DbSet<GradeConversion> GradeConversions => Set<GradeConversion>();
}
