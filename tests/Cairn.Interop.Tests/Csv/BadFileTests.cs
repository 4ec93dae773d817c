using System.Diagnostics;
using System.Text;
using Cairn.Interop.Csv;

namespace Cairn.Interop.Tests.Csv;

/// <summary>Files that are not what they should be, each named so that somebody can mend it.</summary>
[Collection(nameof(Alone))]
public sealed class BadFileTests
{
    [Theory]
    [InlineData("areas.csv")]
    [InlineData("competencies.csv")]
    [InlineData("targets.csv")]
    [InlineData("learners.csv")]
    [InlineData("stages.csv")]
    [InlineData("evidence.csv")]
    [InlineData("judgments.csv")]
    public void A_missing_file_is_the_one_error_and_its_header_is_said(string file)
    {
        var error = new ProgramBuilder().Without(file).ReadOneError();

        (error.File, error.Row, error.Rule).ShouldBe((file, 0, "a programme has seven sheets"));
        error.Fix.ShouldStartWith($"add {file}, with the header ");
    }

    [Fact]
    public void An_empty_file_has_no_header()
    {
        var error = new ProgramBuilder().With("areas.csv", "").ReadOneError();

        (error.File, error.Row, error.Rule).ShouldBe(("areas.csv", 1, "a sheet has a header row"));
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void A_sheet_that_is_separated_otherwise_says_so_once(char separator)
    {
        var error = new ProgramBuilder().Rewrite("learners.csv", text => text.Replace(',', separator)).ReadOneError();

        (error.File, error.Row, error.Rule).ShouldBe(("learners.csv", 1, "fields are separated by commas"));
        error.Fix.ShouldContain("comma");
    }

    [Fact]
    public void An_unclosed_quote_is_named_and_not_swallowed()
    {
        var (sheets, faults) = new ProgramBuilder().Rewrite("learners.csv", text => text.Replace("ben,Ben", "ben,\"Ben", StringComparison.Ordinal)).Read();

        var error = faults.Errors.Where(one => one.File == "learners.csv").ShouldHaveSingleItem();
        error.Row.ShouldBe(3);
        error.Rule.ShouldContain("quote");
        sheets.Learners.ShouldNotContain(one => one.Username == "ben");
    }

    [Fact]
    public void An_unclosed_quote_in_the_last_field_is_named_too()
    {
        var error = new ProgramBuilder().Rewrite("areas.csv", text => text + "DAN,Dance,\"active\n").ReadOneError();

        (error.File, error.Row).ShouldBe(("areas.csv", 4));
        error.Rule.ShouldContain("quote");
    }

    [Theory]
    [InlineData("DAN,Da\"nce,active")]
    [InlineData("DAN,\"Da\"nce,active")]
    [InlineData("DAN,\"Da\"n\"ce\",active")]
    [InlineData("DAN, \"Dance\",active")]
    public void A_stray_quote_is_named_with_its_row(string row)
    {
        var error = new ProgramBuilder().Rewrite("areas.csv", text => text + row + "\n").ReadOneError();

        (error.File, error.Row, error.Rule).ShouldBe(("areas.csv", 4, "quotes are doubled inside a quoted field (RFC 4180)"));
    }

    [Fact]
    public void A_stray_quote_in_the_header_is_named_there()
    {
        var error = new ProgramBuilder().Rewrite("areas.csv", text => text.Replace("title", "ti\"tle", StringComparison.Ordinal)).ReadOneError();

        (error.File, error.Row).ShouldBe(("areas.csv", 1));
    }

    [Fact]
    public void A_sheet_that_broke_off_does_not_make_the_rows_that_point_into_it_wrong()
    {
        var (_, faults) = new ProgramBuilder().Rewrite("evidence.csv", text => text.Replace("A tree", "A \"tree", StringComparison.Ordinal)).Read();

        faults.Errors.ShouldAllBe(one => one.File == "evidence.csv");
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void A_UTF_16_file_is_named_as_one(bool hasMark, bool isBigEndian)
    {
        var encoding = new UnicodeEncoding(isBigEndian, hasMark);
        var text = new ProgramBuilder().TextOf("learners.csv");

        var error = new ProgramBuilder().With("learners.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).ReadOneError();

        (error.File, error.Row, error.Rule).ShouldBe(("learners.csv", 1, "a file is UTF-8"));
        error.Fix.ShouldContain("CSV UTF-8");
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_named_with_row_and_column()
    {
        var rows = string.Concat(Enumerable.Range(0, 5000).Select(i => $"u{i},{(i == 4000 ? "Zo\u00eb" : "Zoe")},,\n"));
        var text = "username,given_name,family_name,graduation_year\nada,Ada,,\nben,Ben,,\ncyd,Cyd,,\n" + rows;

        var error = new ProgramBuilder().With("learners.csv", Encoding.Latin1.GetBytes(text)).ReadOneError();

        (error.File, error.Row, error.Column, error.Rule).ShouldBe(("learners.csv", 4005, "given_name", "a file is UTF-8"));
        error.Fix.ShouldContain("CSV UTF-8");
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_in_the_header_are_named()
    {
        var error = new ProgramBuilder().AddColumn("areas.csv", "pr\u00e9nom", "").With("areas.csv", Encoding.Latin1.GetBytes("code,title,status,pr\u00e9nom\nART,Art,,\n")).ReadOneError();

        (error.File, error.Row, error.Rule).ShouldBe(("areas.csv", 1, "a file is UTF-8"));
    }

    [Fact]
    public void A_NUL_byte_is_named_with_its_row()
    {
        var error = new ProgramBuilder().Rewrite("areas.csv", text => text + "DAN,Da\0nce,active\n").ReadOneError();

        (error.File, error.Row, error.Rule).ShouldBe(("areas.csv", 4, "a field is text"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    public void A_field_of_10_megabytes_is_refused_with_its_row_and_without_its_text(string quote)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = new ProgramBuilder().With("areas.csv", "code,title,status\nART,Art,active\nMUS," + quote + new string('x', 10_000_000) + quote + ",active\n").ReadOneError();

        (error.File, error.Row).ShouldBe(("areas.csv", 3));
        error.Rule.ShouldContain("20000");
        error.Value.Length.ShouldBeLessThan(300);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200_000_000);
    }

    [Fact]
    public void A_file_that_is_one_line_of_rubbish_is_refused() =>
        new ProgramBuilder().With("areas.csv", new string('x', 30_000)).ReadOneError().Row.ShouldBe(1);

    [Fact]
    public void A_row_of_millions_of_commas_is_refused_before_it_fills_the_memory()
    {
        var before = GC.GetTotalAllocatedBytes();
        var error = new ProgramBuilder().Rewrite("areas.csv", text => text + new string(',', 6_000_000) + "\n").ReadOneError();

        (error.File, error.Rule).ShouldBe(("areas.csv", "a row is at most 4000000 characters"));
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(400L << 20);
    }

    [Fact]
    public void A_file_of_random_bytes_is_refused_and_nothing_throws()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(0, 400)];
            random.NextBytes(bytes);
            foreach (var file in (string[])["areas.csv", "targets.csv", "judgments.csv"])
                new ProgramBuilder().With(file, bytes).Read().Faults.Errors.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_sheet_of_200_000_rows_is_read_fast_and_row_by_row()
    {
        var faults = new FaultList();
        var builder = new ProgramBuilder();
        var watch = Stopwatch.StartNew();
        var most = 0L;

        Sheet.Read("judgments.csv", new Rows("a,b\n", "some text,\"and, more\"\n", 200_000), ["a", "b"], _ => false, faults, _ => { }, sheet =>
        {
            if (sheet.Row % 50_000 == 0) most = Math.Max(most, GC.GetTotalMemory(true));
        });
        var held = most - GC.GetTotalMemory(true);

        faults.Errors.ShouldBeEmpty();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        held.ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void A_programme_of_200_000_judgments_is_read_in_seconds()
    {
        var text = new StringBuilder("judgment,evidence,target,stage,level,override\n");
        for (var i = 0; i < 200_000; i++) text.Append(i).Append(",1,ART.1.a,1,2,0\n");
        var builder = new ProgramBuilder().With("judgments.csv", text.ToString());
        var watch = Stopwatch.StartNew();

        builder.ReadGood().Judgments.Count.ShouldBe(200_000);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    /// <summary>A long sheet that is nowhere held as a whole.</summary>
    private sealed class Rows(string header, string row, int count) : Stream
    {
        private readonly byte[] _row = Encoding.UTF8.GetBytes(row);
        private byte[] _at = Encoding.UTF8.GetBytes(header);
        private int _place;
        private int _left = count;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_place == _at.Length)
            {
                if (_left-- == 0) return 0;
                (_at, _place) = (_row, 0);
            }

            var taken = Math.Min(count, _at.Length - _place);
            _at.AsSpan(_place, taken).CopyTo(buffer.AsSpan(offset));
            _place += taken;
            return taken;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
