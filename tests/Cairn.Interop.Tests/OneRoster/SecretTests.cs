using System.Reflection;
using Cairn.Interop.OneRoster;

namespace Cairn.Interop.Tests.OneRoster;

/// <summary>A password in a roster is never kept and never shown, not even where its row has slipped.</summary>
public sealed class SecretTests
{
    private const string Secret = "Zq9-Secret-Zq9";

    [Theory]
    [InlineData("password", true)]
    [InlineData("passwrod", true)]
    [InlineData("Password", true)]
    [InlineData("ext_imagineLearning_studentPassword", true)]
    [InlineData("metadata.initialPasswordHash", true)]
    [InlineData("client_secret", true)]
    [InlineData("pin", true)]
    [InlineData("studentPIN", true)]
    [InlineData("lunch_pin", true)]
    [InlineData("pwd", true)]
    [InlineData("spinning", false)]
    [InlineData("shipping", false)]
    [InlineData("sourcedId", false)]
    [InlineData("passenger", false)]
    [InlineData("secretary", true)]
    [InlineData("contraseña", true)]
    [InlineData("CONTRASEÑA", true)]
    [InlineData("contrasen\u0303a", true)]
    [InlineData("contrasena_inicial", true)]
    [InlineData("Clave", true)]
    [InlineData("clave de acceso", true)]
    [InlineData("Kennwort", true)]
    [InlineData("Schüler_Passwort", true)]
    [InlineData("mot de passe", true)]
    [InlineData("Mot_De_Passe", true)]
    [InlineData("senha", true)]
    [InlineData("Palavra-passe", true)]
    [InlineData("credential", true)]
    [InlineData("userCredentials", true)]
    [InlineData("P\uD800word", false)]
    [InlineData("enclave", false)]
    [InlineData("conclave", false)]
    public void A_column_tells_by_its_name_whether_it_holds_secrets(string name, bool isSecret) => SecretColumn.Is(name).ShouldBe(isSecret);

    [Theory]
    [InlineData("contraseña")]
    [InlineData("CLAVE")]
    [InlineData("Kennwort")]
    [InlineData("mot de passe")]
    [InlineData("senha")]
    [InlineData("credential")]
    public void A_password_under_a_name_of_another_language_is_passed_over_as_password_is(string name)
    {
        var (sheets, faults) = new RosterBuilder().AddColumn("users.csv", name, Secret).Read();

        faults.Errors.Concat(faults.Warnings).ShouldBeEmpty();
        Everything(sheets).ShouldNotContain("Zq9");
    }

    [Fact]
    public void No_column_that_is_read_holds_secrets()
    {
        RosterColumns[] all = [RosterColumns.Manifest, RosterColumns.Orgs, RosterColumns.Sessions, RosterColumns.Courses, RosterColumns.Classes, RosterColumns.Users, RosterColumns.Roles, RosterColumns.Demographics, RosterColumns.Enrollments];

        all.SelectMany(one => one.Taken).ShouldAllBe(name => !SecretColumn.Is(name));
    }

    /// <summary>The row of a person who is wrong in every way that can be told, with a field too many or too few at each place.</summary>
    public static TheoryData<int, int, string> Slips()
    {
        var data = new TheoryData<int, int, string>();
        foreach (var column in (string[])["password", "pin", "ext_vendor_studentPassword"])
            foreach (var fields in (int[])[-3, -2, -1, 0, 1, 2, 3])
                for (var at = 0; at < 23; at++) data.Add(at, fields, column);
        return data;
    }

    [Theory]
    [MemberData(nameof(Slips), DisableDiscoveryEnumeration = true)]
    public void Wherever_a_row_slips_its_password_is_nowhere(int at, int fields, string column)
    {
        // Every other field is one that is warned of or refused, so that every message there is gets written.
        var row = $"bad,active,maybe,true,bad.b,,Bad,Bold,,,mail,,,nobody,09,{Secret},,,Al,Bo,Cy,nowhere,she".Split(',').ToList();
        // A password alone may slip: what stands before its row's odd place stays.
        if (fields > 0) row.InsertRange(Math.Min(at, 15), Enumerable.Repeat("x", fields));
        for (var i = fields; i < 0; i++)
            if (at < 15 && at < row.IndexOf(Secret)) row.RemoveAt(at);
            else row.RemoveAt(row.Count - 1);

        var (sheets, faults) = new RosterBuilder().Rename("users.csv", "password", column).AddRaw("users.csv", string.Join(',', row)).Read();

        faults.Errors.Concat(faults.Warnings).ShouldAllBe(one => !one.ToString().Contains("Zq9", StringComparison.Ordinal));
        Everything(sheets).ShouldNotContain("Zq9");
    }

    [Theory]
    [InlineData("Zq9,a\"b")]
    [InlineData("\"Zq9\"x")]
    [InlineData("Zq9\"")]
    [InlineData("\"Zq9")]
    [InlineData("Zq9\0")]
    [InlineData("Zq9\uFFFD")]
    [InlineData("Zq9,Zq9,Zq9")]
    public void A_password_that_breaks_its_own_row_is_nowhere(string password)
    {
        var row = $"bad,active,maybe,true,bad.b,,Bad,Bold,,,mail,,,nobody,09,{password},,,Al,Bo,Cy,nowhere,she";

        var (sheets, faults) = new RosterBuilder().AddRaw("users.csv", row).Read();

        faults.Errors.Concat(faults.Warnings).ShouldAllBe(one => !one.ToString().Contains("Zq9", StringComparison.Ordinal));
        Everything(sheets).ShouldNotContain("Zq9");
    }

    [Theory]
    [InlineData("bad,active,,bad.b,,Bad,Bold,,,mail,,,nobody,09,Zq9,,,,,,,nowhere,she", "enabledUser")]
    [InlineData("bad,,true,bad.b,,Bad,Bold,,,mail,,,nobody,09,Zq9,,,,,,nowhere,she,", "enabledUser")]
    [InlineData("bad,x,active,,true,bad.b,,Bad,Bold,,,mail,,,nobody,09,Zq9,,,Al,Bo,nowhere,she", "status")]
    [InlineData("bad,active,Zq9,Zq9,bad.b,,Bad,Bold,,,mail,,,nobody,09,,,,,,,nowhere,she", "enabledUser")]
    public void A_row_that_slipped_and_has_the_right_number_of_fields_all_the_same_is_refused_and_shows_nothing(string row, string column)
    {
        var (sheets, faults) = new RosterBuilder().AddRaw("users.csv", row).Read();

        faults.Errors.Select(one => one.Column).ShouldContain(column);
        faults.Errors.Concat(faults.Warnings).ShouldAllBe(one => !one.ToString().Contains("Zq9", StringComparison.Ordinal));
        Everything(sheets).ShouldNotContain("Zq9");
    }

    [Fact]
    public void A_password_that_is_also_a_username_is_not_shown_as_a_value()
    {
        var error = new RosterBuilder().Set("users.csv", 3, "username", "ADA.B").Set("users.csv", 3, "password", "ADA.B").ReadOneError();

        (error.Row, error.Column, error.Value).ShouldBe((3, "username", RosterTable.Hidden));
    }

    [Fact]
    public void A_value_in_a_row_that_has_not_slipped_is_shown() =>
        new RosterBuilder().Set("users.csv", 3, "username", "ADA.B").ReadOneError().Value.ShouldBe("ADA.B");

    [Fact]
    public void What_a_vendor_calls_by_a_name_of_the_standard_is_read_as_ever()
    {
        var people = new RosterBuilder().AddRaw("users.csv", "zoe,active,,true,zoe.z,,Zoe,Zorn,,,zoe@example.org,,,gus,09,Hush,,,,,,s,").ReadGood().People;

        people[4].Email.ShouldBe("zoe@example.org");
    }

    [Fact]
    public void Fields_that_are_missing_at_the_end_take_no_guardian_and_no_grade()
    {
        var sheets = new RosterBuilder().AddRaw("users.csv", "zoe,active,,true,zoe.z,,Zoe,Zorn,,,zoe@example.org,,,gus,09,Hush").Rewrite("roles.csv", text => text + "r9,,,zoe,primary,student,,,s,\n").ReadGood();

        sheets.People[4].Grades.ShouldBe(["09"]);
        sheets.Guardianships.ShouldContain(one => one.Learner == "zoe" && one.Guardian == "gus");
    }

    /// <summary>All that the sheets say, whatever properties they come to have.</summary>
    private static string Everything(object? one) => one switch
    {
        null => "",
        string text => text,
        System.Collections.IEnumerable many => string.Join('\n', many.Cast<object?>().Select(Everything)),
        _ when one.GetType().Namespace == typeof(RosterSheets).Namespace && !one.GetType().IsEnum =>
            string.Join('\n', one.GetType().GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(each => each.Name != "EqualityContract" && each.GetIndexParameters().Length == 0)
                .Select(each => Everything(each.GetValue(one)))),
        _ => one.ToString() ?? "",
    };
}
