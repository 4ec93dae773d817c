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

    private readonly (byte[] Name, char Letter, IClrPropertyGetter Getter, Func<object, object?>? Convert)[] _columns;
    private readonly (int At, IClrPropertyGetter Getter)[] _key;
    private readonly int _idAt = -1;
    private readonly bool[] _isNamed;
    private readonly IClrPropertyGetter? _id;
    private readonly IClrPropertyGetter? _learner;
    private readonly bool _isLearner;
    private readonly IClrPropertyGetter? _group;

    private RowBytes(IEntityType table)
    {
        Table = table;
        List<IProperty> columns = [.. table.GetProperties().Where(one => one.PropertyInfo is not null).OrderBy(one => one.GetColumnName(), StringComparer.Ordinal)];
        _columns = [.. columns.Select(one => (Encoding.UTF8.GetBytes(one.GetColumnName()), LetterOf(one), one.GetGetter(), IsPlain(one.ClrType) ? null : one.GetTypeMapping().Converter?.ConvertToProvider))];
        _key = [.. table.FindPrimaryKey()!.Properties.Where(one => one.PropertyInfo is not null).Select(one => (columns.IndexOf(one), one.GetGetter()))];
        var named = table.FindPrimaryKey()!.Properties is [{ PropertyInfo: not null } only] && IsId(only.ClrType) ? only
            : table.FindProperty("Id") is { PropertyInfo: not null } id && IsId(id.ClrType) ? id : null;
        if (named is not null) (_id, _idAt) = (named.GetGetter(), columns.IndexOf(named));
        _isNamed = [.. columns.Select(one => (Nullable.GetUnderlyingType(one.ClrType) ?? one.ClrType).IsEnum)];
        Names = [.. columns.Select(one => one.GetColumnName())];
        _isLearner = table.ClrType == typeof(Learning.People.Learner);
        _group = table.ClrType == typeof(Learning.People.LearningGroup) ? _id : table.FindProperty("Group")?.GetGetter();
        _learner = _isLearner ? _id : table.FindProperty("Learner")?.GetGetter();
    }

    /// <summary>The table.</summary>
    public IEntityType Table { get; }

    /// <summary>Its columns, in the order that they are written in.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How rows of a type become bytes.</summary>
    public static RowBytes Of(Db db, Type row) => Known.GetOrAdd((db.GetType(), row), static (_, model) => new RowBytes(model.Db.Model.FindEntityType(model.Row)!), (Db: db, Row: row));

    /// <summary>Writes a row behind what is there.</summary>
    public void Write(ArrayBufferWriter<byte> to, object row)
    {
        foreach (var (name, _, getter, convert) in _columns)
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
        foreach (var (_, getter) in _key) Value(key, getter.GetClrValue(row)!);
        return NamedId.Of("row", Convert.ToHexString(key.WrittenSpan));
    }

    /// <summary>Writes a row as the engine holds it: the same bytes, with nothing made nicer on the way.</summary>
    /// <param name="to">Written behind what is there.</param>
    /// <param name="rows">A reader that stands on the row, with <see cref="Names"/> as its columns.</param>
    public void Write(ArrayBufferWriter<byte> to, RowReader rows)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            if (rows.IsNone(i)) continue;
            Bytes(to, _columns[i].Name);
            Value(to, _columns[i].Letter, rows, i);
        }
    }

    /// <summary>A column as entries say it, where it can be compared with what they say; null for what they say in another way.</summary>
    public string? Said(RowReader rows, int at)
    {
        if (rows.IsNone(at)) return "";
        try
        {
            return _columns[at].Letter switch
            {
                's' when _columns[at].Convert is null => rows.StoredText(at),
                'g' => rows.Id(at).ToString(),
                'd' => DateOnly.FromDayNumber((int)rows.StoredNumber(at, 'd')).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                'n' when !_isNamed[at] => rows.StoredNumber(at, 'n').ToString(System.Globalization.CultureInfo.InvariantCulture),
                'y' => rows.StoredNumber(at, 'y') == 1 ? "True" : "False",
                _ => null,
            };
        }
        catch (InvalidCastException)
        {
            // Another type lies there: that alone is an alteration.
            return "?";
        }
    }

    /// <summary>The id that the journal names a row by, of a row as the engine holds it.</summary>
    public Guid IdOf(RowReader rows)
    {
        if (_id is not null) return rows.Id(_idAt);
        var key = new ArrayBufferWriter<byte>();
        foreach (var (at, _) in _key) Value(key, _columns[at].Letter, rows, at);
        return NamedId.Of("row", Convert.ToHexString(key.WrittenSpan));
    }

    /// <summary>Whose record a row belongs to; null where it does not say.</summary>
    public LearnerId? LearnerOf(object row) => _learner?.GetClrValue(row) switch
    {
        LearnerId learner => learner,
        _ => null,
    };

    /// <summary>The group that a row is about; null where it is about none.</summary>
    public GroupId? GroupOf(object row) => _group?.GetClrValue(row) is GroupId group ? group : null;

    private static bool IsId(Type type) => type == typeof(Guid) || Db.Ids.Contains(type);

    // Every engine stores these in its own way; what is left is stored as text on all of them.
    private static bool IsPlain(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var one && (one.IsPrimitive || one.IsEnum || IsId(one)
        || one == typeof(string) || one == typeof(byte[]) || one == typeof(DateTime) || one == typeof(DateOnly) || one == typeof(decimal));

    private static char LetterOf(IProperty column)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        if (!IsPlain(type)) type = column.GetTypeMapping().Converter?.ProviderClrType ?? type;
        if (type.IsEnum) return 'n';
        if (IsId(type)) return 'g';
        return type.Name switch
        {
            nameof(String) => 's', "Byte[]" => 'b', nameof(Boolean) => 'y', nameof(DateTime) => 't', nameof(DateOnly) => 'd', nameof(Decimal) => 'a', nameof(Double) => 'r',
            nameof(Int32) or nameof(Int64) or nameof(Int16) or nameof(Byte) => 'n',
            _ => throw new NotSupportedException($"A row's bytes do not know {type.Name} of {column.GetColumnName()}."),
        };
    }

    private static void Value(ArrayBufferWriter<byte> to, char letter, RowReader rows, int at)
    {
        Letter(to, letter);
        switch (letter)
        {
            case 's': Bytes(to, Encoding.UTF8.GetBytes(rows.StoredText(at))); break;
            case 'b': Bytes(to, rows.StoredBytes(at)); break;
            case 'g': Id(to, rows.Id(at)); break;
            default: Number(to, rows.StoredNumber(at, letter)); break;
        }
    }

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
