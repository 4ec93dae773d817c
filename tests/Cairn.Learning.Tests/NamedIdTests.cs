using CsCheck;

namespace Cairn.Learning.Tests;

public sealed class NamedIdTests
{
    [Fact]
    public void A_name_in_the_name_space_of_domain_names_has_the_id_that_the_standard_gives_it() =>
        NamedId.InNamespace(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com")
            .ShouldBe(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"));

    [Fact]
    public void The_same_name_is_the_same_id_however_often_it_is_asked() =>
        NamedId.Of("source", "judgments", "17").ShouldBe(NamedId.Of("source", "judgments", "17"));

    [Fact]
    public void Parts_do_not_run_into_each_other()
    {
        Guid[] ids = [NamedId.Of("a", "bc"), NamedId.Of("ab", "c"), NamedId.Of("abc"), NamedId.Of("abc", ""), NamedId.Of("", "abc"), NamedId.Of("1:a/2:bc/"), NamedId.Of()];
        ids.Distinct().Count().ShouldBe(ids.Length);
    }

    [Fact]
    public void Every_named_id_says_that_it_is_version_five_of_the_usual_variant() => Gen.String.Sample(name =>
    {
        var id = NamedId.Of(name);
        (id.Version, id.Variant & 0xC).ShouldBe((5, 8));
    }, iter: 50);

    [Fact]
    public void A_name_is_read_as_UTF_8() => NamedId.InNamespace(Guid.Empty, "é").ShouldNotBe(NamedId.InNamespace(Guid.Empty, "e"));
}
