using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Cairn.Storage.Journal;

/// <summary>The plain id inside any of Learning's ids.</summary>
internal static class IdValues
{
    private static readonly ConcurrentDictionary<Type, Func<object, Guid>> Readers = new();

    public static Guid Of(object id) => Readers.GetOrAdd(id.GetType(), static type =>
    {
        var boxed = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, Guid>>(Expression.Property(Expression.Unbox(boxed, type), "Value"), boxed).Compile();
    })(id);
}
