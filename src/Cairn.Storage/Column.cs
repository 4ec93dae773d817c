using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cairn.Storage;

/// <summary>The columns of a type's table and how a row fills them, by the model's own names and converters: what bulk inserts are made of.</summary>
internal static class Column
{
    public static IEntityType TableOf<T>(Db db)
        where T : class => db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T).Name} has no table.", nameof(db));

    public static List<IProperty> Of(IEntityType table) => [.. table.GetProperties().Where(property => property.PropertyInfo is not null)];

    /// <summary>How a row fills a column; made once, for every group of the writer asks for it.</summary>
    public static Func<T, object?> Getter<T>(IProperty property) => Getters<T>.Made.GetOrAdd(property, Make<T>);

    private static Func<T, object?> Make<T>(IProperty property)
    {
        var row = Expression.Parameter(typeof(T));
        var read = Expression.Lambda<Func<T, object?>>(Expression.Convert(Expression.Property(row, property.PropertyInfo!), typeof(object)), row).Compile();
        var converter = property.GetTypeMapping().Converter;
        return converter is null ? read : one => read(one) is { } value ? converter.ConvertToProvider(value) : null;
    }

    private static class Getters<T>
    {
        public static ConcurrentDictionary<IProperty, Func<T, object?>> Made { get; } = new();
    }
}
