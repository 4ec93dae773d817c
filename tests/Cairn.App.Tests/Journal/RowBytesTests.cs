using System.Buffers;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Cairn.Storage.Postgres;
using Cairn.Storage.Sqlite;

namespace Cairn.App.Tests.Journal;

/// <summary>How a row becomes bytes is hashed into every leaf: it is the same on every engine, and never changes.</summary>
public sealed class RowBytesTests : IDisposable
{
    private readonly SqliteDb _sqlite = new(SqliteDb.On("no-file.db"));
    private readonly PostgresDb _postgres = new(PostgresDb.On("Host=localhost;Database=none"));

    public static TheoryData<int> Kinds => [.. JournalKinds.All.Select(one => one.Number)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_row_has_the_same_bytes_on_both_engines_and_those_it_always_had(int kind)
    {
        var row = Samples.Of(JournalKinds.All.Single(one => one.Number == kind).Type);

        var (left, right) = (Bytes(_sqlite, row), Bytes(_postgres, row));

        left.ShouldBe(right);
        RowBytes.Of(_sqlite, row.GetType()).IdOf(row).ShouldBe(RowBytes.Of(_postgres, row.GetType()).IdOf(row));
        $"{kind} {LeafBytes.Digest(left).ToString()[..16]} {RowBytes.Of(_sqlite, row.GetType()).IdOf(row):N}".ShouldBe(KnownBytes.Of(kind));
    }

    [Fact]
    public void What_a_row_is_written_as_is_this()
    {
        var row = Samples.Of(typeof(Cairn.Learning.Judgments.JudgmentText));

        Convert.ToHexStringLower(Bytes(_sqlite, row)).ShouldBe(KnownBytes.OfJudgmentText);
    }

    [Fact]
    public void A_column_that_holds_nothing_is_not_written()
    {
        var judgment = (Cairn.Learning.Judgments.Judgment)Samples.Of(typeof(Cairn.Learning.Judgments.Judgment));

        var (with, without) = (Bytes(_sqlite, judgment), Bytes(_sqlite, judgment with { Stage = null }));

        // Length and name, letter and number.
        (with.Length - without.Length).ShouldBe(4 + "stage".Length + 1 + 8);
    }

    [Fact]
    public void No_two_kinds_share_a_number_or_a_type()
    {
        JournalKinds.All.Select(one => one.Number).ShouldBeUnique();
        JournalKinds.All.Select(one => one.Type).ShouldBeUnique();
        // Of none of them a column is of a type that has no letter: that would be found by the first row only.
        foreach (var (_, type, _) in JournalKinds.All) RowBytes.Of(_postgres, type).Names.ShouldNotBeEmpty();
    }

    public void Dispose()
    {
        _sqlite.Dispose();
        _postgres.Dispose();
    }

    private static byte[] Bytes(Db db, object row)
    {
        var bytes = new ArrayBufferWriter<byte>();
        RowBytes.Of(db, row.GetType()).Write(bytes, row);
        return bytes.WrittenSpan.ToArray();
    }
}
