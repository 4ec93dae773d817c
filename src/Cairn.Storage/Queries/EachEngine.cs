using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cairn.Storage.Queries;

/// <summary>A compiled query, made once for each engine: EF binds one to the model of the first context that asks it, and one process
/// may serve districts of both.</summary>
internal sealed class EachEngine<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConcurrentDictionary<IModel, TQuery> _made = new();

    /// <summary>The query for the engine of a context.</summary>
    public TQuery On(Db db) => _made.GetOrAdd(db.Model, _ => compile());
}
