using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using Cairn.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cairn.Storage.Journal;

/// <summary>
/// A row as bytes, the same on every engine and in every version of the schema: the columns that hold something, in the order of
/// their names, each as its name, a letter for its type and its value. A column that comes later is empty in older rows, and so
/// changes nothing of them. It is what is hashed, so it must never be written otherwise.
/// </summary>
internal sealed class RowBytes
{
    private static readonly ConcurrentDictionary<(Type Context, Type Row), RowBytes> Known = new();

    private readonly (byte[] Name, IClrPropertyGetter Getter, Func<object, object?>? Convert)[] _columns;
    private readonly IClrPropertyGetter[] _key;
    private readonly IClrPropertyGetter? _id;
    private readonly IClrPropertyGetter? _learner;
    private readonly bool _isLearner;

    private RowBytes(IEntityType table)
    {
        Table = table;
        _columns = [.. table.GetProperties().Where(one => one.PropertyInfo is not null).OrderBy(one => one.GetColumnName(), StringComparer.Ordinal)
            .Select(one => (Encoding.UTF8.GetBytes(one.GetColumnName()), one.GetGetter(), IsPlain(one.ClrType) ? null : one.GetTypeMapping().Converter?.ConvertToProvider))];
        _key = [.. table.FindPrimaryKey()!.Properties.Where(one => one.PropertyInfo is not null).Select(one => one.GetGetter())];
        _id = table.FindPrimaryKey()!.Properties is [{ PropertyInfo: not null } only] && IsId(only.ClrType) ? only.GetGetter()
            : table.FindProperty("Id") is { PropertyInfo: not null } id && IsId(id.ClrType) ? id.GetGetter() : null;
        _isLearner = table.ClrType == typeof(Learning.People.Learner);
        _learner = _isLearner ? _id : table.FindProperty("Learner")?.GetGetter();
    }

    /// <summary>The table.</summary>
    public IEntityType Table { get; }

    /// <summary>How rows of a type become bytes.</summary>
    public static RowBytes Of(Db db, Type row) => Known.GetOrAdd((db.GetType(), row), static (_, model) => new RowBytes(model.Db.Model.FindEntityType(model.Row)!), (Db: db, Row: row));

    /// <summary>Writes a row behind what is there.</summary>
    public void Write(ArrayBufferWriter<byte> to, object row)
    {
        foreach (var (name, getter, convert) in _columns)
        {
            if (getter.GetClrValue(row) is not { } value) continue;
            Bytes(to, name);
            Value(to, convert?.Invoke(value) ?? value);
        }
    }

    /// <summary>The id that the journal names a row by: its own, or one made of its key.</summary>
    public Guid IdOf(object row)
    {
        if (_id is not null) return Plain(_id.GetClrValue(row)!);
        var key = new ArrayBufferWriter<byte>();
        foreach (var part in _key) Value(key, part.GetClrValue(row)!);
        return NamedId.Of("row", Convert.ToHexString(key.WrittenSpan));
    }

    /// <summary>Whose record a row belongs to; null where it does not say.</summary>
    public LearnerId? LearnerOf(object row) => _learner?.GetClrValue(row) switch
    {
        LearnerId learner => learner,
        _ => null,
    };

    private static bool IsId(Type type) => type == typeof(Guid) || Db.Ids.Contains(type);

    // Every engine stores these in its own way; what is left is stored as text on all of them.
    private static bool IsPlain(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var one && (one.IsPrimitive || one.IsEnum || IsId(one)
        || one == typeof(string) || one == typeof(byte[]) || one == typeof(DateTime) || one == typeof(DateOnly) || one == typeof(decimal));

    private static Guid Plain(object value) => value is Guid plain ? plain : IdValues.Of(value);

    private static void Value(ArrayBufferWriter<byte> to, object value)
    {
        switch (value)
        {
            case string text: Letter(to, 's'); Bytes(to, Encoding.UTF8.GetBytes(text)); break;
            case byte[] bytes: Letter(to, 'b'); Bytes(to, bytes); break;
            case bool yes: Letter(to, 'y'); Number(to, yes ? 1 : 0); break;
            case DateTime moment: Letter(to, 't'); Number(to, (moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond); break;
            case DateOnly day: Letter(to, 'd'); Number(to, day.DayNumber); break;
            // Ten thousandths, as they are stored.
            case decimal amount: Letter(to, 'a'); Number(to, (long)(amount * 10_000)); break;
            case double real: Letter(to, 'r'); Number(to, BitConverter.DoubleToInt64Bits(real)); break;
            case int or long or short or byte or Enum: Letter(to, 'n'); Number(to, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)); break;
            case Guid plain: Letter(to, 'g'); Id(to, plain); break;
            default:
                if (Db.Ids.Contains(value.GetType())) { Letter(to, 'g'); Id(to, IdValues.Of(value)); break; }
                throw new NotSupportedException($"A row's bytes do not know {value.GetType().Name}.");
        }
    }

    private static void Letter(ArrayBufferWriter<byte> to, char letter)
    {
        to.GetSpan(1)[0] = (byte)letter;
        to.Advance(1);
    }

    private static void Bytes(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> bytes)
    {
        var span = to.GetSpan(bytes.Length + sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(span, bytes.Length);
        bytes.CopyTo(span[sizeof(int)..]);
        to.Advance(bytes.Length + sizeof(int));
    }

    private static void Number(ArrayBufferWriter<byte> to, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(sizeof(long)), number);
        to.Advance(sizeof(long));
    }

    private static void Id(ArrayBufferWriter<byte> to, Guid id)
    {
        id.TryWriteBytes(to.GetSpan(16), bigEndian: true, out _);
        to.Advance(16);
    }
}
