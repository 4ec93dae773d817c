using Cairn.Interop.Csv;

namespace Cairn.Interop.Tests.Csv;

/// <summary>Every rule of every column, broken in turn in a programme that is good otherwise: one error, with its place.</summary>
public sealed class BadCellTests
{
    private static readonly string Long = new('x', 201);

    public static TheoryData<string, int, string, string, string, string> Broken => new()
    {
        { "areas.csv", 3, "code", "", "code is not empty", "fill the cell in" },
        { "areas.csv", 3, "code", Long, "code is at most 200 characters", "shorten it" },
        { "areas.csv", 3, "code", "A\nB", "code is one line of text", "line break" },
        { "areas.csv", 3, "code", "art", "code is used once in areas.csv", "another key" },
        { "areas.csv", 3, "status", "on", "status is active or archived", "write active or archived" },
        { "competencies.csv", 3, "area", "XYZ", "area is one of the codes in areas.csv", "add it to the codes in areas.csv" },
        { "competencies.csv", 3, "area", "", "area is one of the codes in areas.csv", "correct it" },
        { "competencies.csv", 3, "code", "", "code is not empty", "fill the cell in" },
        { "competencies.csv", 3, "code", "Art.1", "code is used once in competencies.csv", "another key" },
        { "competencies.csv", 3, "status", "1", "status is active or archived", "write active or archived" },
        { "targets.csv", 4, "competency", "ART.9", "competency is one of the codes in competencies.csv", "correct it" },
        { "targets.csv", 4, "code", "ART.1.A", "code is used once in targets.csv", "another key" },
        { "targets.csv", 4, "code", "", "code is not empty", "fill the cell in" },
        { "targets.csv", 4, "status", "gone", "status is active or archived", "write active or archived" },
        { "targets.csv", 4, "required_1", "-1", "pieces asked for at a stage are a whole number", "write a whole number from 0 to 100" },
        { "targets.csv", 4, "required_2", "101", "pieces asked for at a stage are a whole number", "write a whole number from 0 to 100" },
        { "targets.csv", 4, "required_3", "1.5", "pieces asked for at a stage are a whole number", "write a whole number from 0 to 100" },
        { "targets.csv", 4, "required_default", "", "pieces asked for are a whole number", "write a whole number from 0 to 100" },
        { "targets.csv", 4, "required_default", "many", "pieces asked for are a whole number", "write a whole number from 0 to 100" },
        { "learners.csv", 4, "username", "", "username is not empty", "fill the cell in" },
        { "learners.csv", 4, "username", "ADA", "username is used once in learners.csv, whatever its case", "another key" },
        { "learners.csv", 4, "username", "a\u0007", "username is one line of text", "control character" },
        { "learners.csv", 4, "given_name", "", "given_name is not empty", "fill the cell in" },
        { "learners.csv", 4, "graduation_year", "30", "graduation_year is a year", "write a whole number from 1900 to 2199" },
        { "learners.csv", 4, "graduation_year", "2030.5", "graduation_year is a year", "write a whole number from 1900 to 2199" },
        { "stages.csv", 3, "username", "dee", "username is one of the usernames in learners.csv", "correct it" },
        { "stages.csv", 3, "competency", "ART.9", "competency is one of the codes in competencies.csv", "correct it" },
        { "stages.csv", 3, "stage", "0", "a stage is one of those in targets.csv: 1 to the highest required_N", "write a whole number from 1 to 3" },
        { "stages.csv", 3, "stage", "4", "a stage is one of those in targets.csv: 1 to the highest required_N", "write a whole number from 1 to 3" },
        { "stages.csv", 3, "stage", "", "a stage is one of those in targets.csv: 1 to the highest required_N", "write a whole number from 1 to 3" },
        { "stages.csv", 3, "stage", "1.5", "a stage is one of those in targets.csv: 1 to the highest required_N", "write a whole number from 1 to 3" },
        { "stages.csv", 3, "baseline", "-1", "baseline is a level on the scale, at most two decimals", "write a number from 0 to 3" },
        { "stages.csv", 3, "baseline", "3.01", "baseline is a level on the scale, at most two decimals", "write a number from 0 to 3" },
        { "stages.csv", 3, "baseline", "1.005", "baseline is a level on the scale, at most two decimals", "write a number from 0 to 3" },
        { "stages.csv", 3, "baseline", "1,5", "baseline is a level on the scale, at most two decimals", "write a number from 0 to 3" },
        { "evidence.csv", 4, "evidence", "", "evidence is not empty", "fill the cell in" },
        { "evidence.csv", 4, "evidence", "1", "evidence is a key used once", "another key" },
        { "evidence.csv", 4, "username", "dee", "username is one of the usernames in learners.csv", "correct it" },
        { "evidence.csv", 4, "demonstrated_at", "", "demonstrated_at is a moment in UTC, or a day, between 1900 and 2199", "2026-03-31" },
        { "evidence.csv", 4, "artifact_url", "example.org/a", "artifact_url is an http or https address", "https://" },
        { "evidence.csv", 4, "artifact_url", "javascript:alert(1)", "artifact_url is an http or https address", "https://" },
        { "evidence.csv", 4, "artifact_url", "file:///etc/passwd", "artifact_url is an http or https address", "https://" },
        { "judgments.csv", 4, "judgment", "1", "judgment is a key used once", "another key" },
        { "judgments.csv", 4, "judgment", "", "judgment is not empty", "fill the cell in" },
        { "judgments.csv", 4, "evidence", "9", "evidence is one of the keys in evidence.csv", "correct it" },
        { "judgments.csv", 4, "target", "ART.1.z", "target is one of the codes in targets.csv", "correct it" },
        { "judgments.csv", 4, "stage", "4", "a stage is one of those in targets.csv: 1 to the highest required_N", "write a whole number from 1 to 3" },
        { "judgments.csv", 4, "level", "4", "a level is on the scale: whole, 1 to the last stage, or 0 for a missed chance", "write a whole number from 0 to 3" },
        { "judgments.csv", 4, "level", "-1", "a level is on the scale: whole, 1 to the last stage, or 0 for a missed chance", "write a whole number from 0 to 3" },
        { "judgments.csv", 4, "level", "2.5", "a level is on the scale: whole, 1 to the last stage, or 0 for a missed chance", "write a whole number from 0 to 3" },
        { "judgments.csv", 4, "level", "M", "a level is on the scale: whole, 1 to the last stage, or 0 for a missed chance", "write a whole number from 0 to 3" },
        { "judgments.csv", 4, "level", "1e400", "a level is on the scale: whole, 1 to the last stage, or 0 for a missed chance", "write a whole number from 0 to 3" },
        { "judgments.csv", 4, "level", "99999999999999999999999999999999", "a level is on the scale: whole, 1 to the last stage, or 0 for a missed chance", "write a whole number from 0 to 3" },
        { "judgments.csv", 4, "override", "yes", "override is 0 or 1", "write 1 for a completion" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_cell_is_one_error_with_file_row_column_value_rule_and_fix(string file, int row, string column, string value, string rule, string fix)
    {
        var error = new ProgramBuilder().Set(file, row, column, value).ReadOneError();

        (error.File, error.Row, error.Column, error.Rule).ShouldBe((file, row, column, rule));
        error.Value.ShouldBe(RowFault.Show(value));
        error.Fix.ShouldContain(fix);
    }

    [Theory]
    [InlineData("judge", "Ms. Okafor\nand others", "judge is one line of text")]
    [InlineData("judged_at", "yesterday", "judged_at is a moment in UTC, or a day, between 1900 and 2199")]
    public void The_optional_columns_are_checked_too(string column, string value, string rule)
    {
        var error = new ProgramBuilder().AddColumn("judgments.csv", column, "").Set("judgments.csv", 3, column, value).ReadOneError();

        (error.File, error.Row, error.Column, error.Value, error.Rule).ShouldBe(("judgments.csv", 3, column, RowFault.Show(value), rule));
    }

    [Fact]
    public void A_learner_enters_a_stage_of_a_competency_once_whatever_the_case()
    {
        var error = new ProgramBuilder().Add("stages.csv", "ADA", "art.1", "1", "", "").ReadOneError();

        (error.File, error.Row, error.Column, error.Rule).ShouldBe(("stages.csv", 4, "stage", "a learner enters a stage of a competency once"));
    }

    [Fact]
    public void Every_fault_of_a_row_is_named()
    {
        var (sheets, faults) = new ProgramBuilder().Set("judgments.csv", 2, "level", "9").Set("judgments.csv", 2, "stage", "9").Set("judgments.csv", 2, "override", "9").Read();

        faults.Errors.Select(one => (one.Row, one.Column)).ShouldBe([(2, "stage"), (2, "level"), (2, "override")]);
        sheets.Judgments.ShouldNotContain(one => one.Key == "1");
    }

    [Fact]
    public void The_faults_of_all_sheets_are_named_at_once()
    {
        var (_, faults) = new ProgramBuilder().Set("areas.csv", 3, "status", "x").Set("learners.csv", 4, "given_name", "").Set("judgments.csv", 4, "level", "9").Read();

        faults.Errors.Select(one => one.File).ShouldBe(["areas.csv", "learners.csv", "judgments.csv"]);
    }
}
