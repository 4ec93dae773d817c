using Cairn.Learning.Evidence;
using CsCheck;

namespace Cairn.Learning.Tests.Evidence;

/// <summary>A picture with other children on it: who sees it whole, who with faces hidden, who not at all.</summary>
public sealed class MayShowTests
{
    private static readonly LearnerId Ada = new(Guid.CreateVersion7());
    private static readonly LearnerId Ben = new(Guid.CreateVersion7());
    private static readonly LearnerId Cleo = new(Guid.CreateVersion7());
    private static readonly EvidenceId Piece = new(Guid.CreateVersion7());

    private static readonly Gen<LearnerId?> Anybody = Gen.OneOfConst<LearnerId?>(Ada, Ben, Cleo, null);
    private static readonly Gen<Onlooker> Looks = Gen.Enum<Onlooker>();

    [Fact]
    public void To_those_who_teach_it_is_whole() => Of(Onlooker.Educator, [Mark(Ben), Mark(null)]).How.ShouldBe(ShownHow.Whole);

    [Fact]
    public void A_family_sees_its_child_with_the_faces_of_others_hidden_until_they_permit_it()
    {
        Of(Onlooker.Family, []).How.ShouldBe(ShownHow.Whole);
        Of(Onlooker.Family, [Mark(Ada)]).How.ShouldBe(ShownHow.Whole);
        var hidden = Of(Onlooker.Family, [Mark(Ada), Mark(Ben, 500), Mark(Cleo, 700)], permits: [Cleo]);
        (hidden.How, hidden.Hidden.Count, hidden.Hidden[0].Left).ShouldBe((ShownHow.FacesHidden, 1, 500));
        hidden.Why.ShouldBe([NotShownWhy.OtherHasNotConsented]);
        Of(Onlooker.Family, [Mark(Ben), Mark(Cleo)], permits: [Ben, Cleo]).How.ShouldBe(ShownHow.Whole);
    }

    [Fact]
    public void Somebody_whom_nobody_can_ask_stays_hidden()
    {
        Of(Onlooker.Family, [Mark(null)], permits: [Ada, Ben, Cleo]).How.ShouldBe(ShownHow.FacesHidden);
        Of(Onlooker.Beyond, [Mark(null)], permits: [Ada, Ben, Cleo], isChosen: true).Why.ShouldBe([NotShownWhy.Unknown]);
    }

    [Fact]
    public void What_cannot_be_hidden_is_not_shown()
    {
        var film = Of(Onlooker.Family, [Mark(Ben)], canHide: false);
        (film.How, film.Hidden.Count).ShouldBe((ShownHow.NotAtAll, 0));
        film.Why.ShouldContain(NotShownWhy.CannotBeHidden);
    }

    [Fact]
    public void Beyond_the_family_it_is_chosen_and_permitted_by_everybody_on_it()
    {
        Of(Onlooker.Beyond, [], permits: [Ada]).Why.ShouldBe([NotShownWhy.NotChosen]);
        Of(Onlooker.Beyond, [], isChosen: true).Why.ShouldBe([NotShownWhy.OwnerHasNotConsented]);
        Of(Onlooker.Beyond, [Mark(Ben)], permits: [Ada], isChosen: true).Why.ShouldBe([NotShownWhy.OtherHasNotConsented]);
        Of(Onlooker.Beyond, [Mark(Ben)], permits: [Ada, Ben], isChosen: true).How.ShouldBe(ShownHow.Whole);
    }

    [Fact]
    public void One_more_permission_never_shows_less_and_one_more_face_never_more() =>
        Gen.Select(Looks, Anybody.Array[0, 4], Anybody, Gen.OneOfConst(Ada, Ben, Cleo).HashSet[0, 3], Gen.OneOfConst(Ada, Ben, Cleo), Gen.Bool, Gen.Bool).Sample((looks, faces, face, permits, permit, isChosen, canHide) =>
        {
            List<FaceMark> marks = [.. faces.Select(one => Mark(one))];
            var before = Of(looks, marks, permits, isChosen, canHide);
            Of(looks, marks, [.. permits, permit], isChosen, canHide).How.CompareTo(before.How).ShouldBeGreaterThanOrEqualTo(0);
            Of(looks, [.. marks, Mark(face)], permits, isChosen, canHide).How.CompareTo(before.How).ShouldBeLessThanOrEqualTo(0);
        });

    [Fact]
    public void Beyond_the_family_nothing_is_half_shown() => Gen.Select(Anybody.Array[0, 4], Gen.OneOfConst(Ada, Ben, Cleo).HashSet[0, 3], Gen.Bool)
        .Sample((faces, permits, isChosen) => Of(Onlooker.Beyond, [.. faces.Select(one => Mark(one))], permits, isChosen).How.ShouldNotBe(ShownHow.FacesHidden));

    [Fact]
    public void A_box_lies_within_the_picture()
    {
        new FaceBox(0, 0, 1000, 1000).IsWithin.ShouldBeTrue();
        foreach (var box in (FaceBox[])[new(-1, 0, 10, 10), new(0, 0, 0, 10), new(995, 0, 10, 10), new(0, 1000, 1, 1), new(0, 0, 1001, 1), new(int.MaxValue, 0, 1, 1)]) box.IsWithin.ShouldBeFalse();
    }

    [Fact]
    public void A_piece_of_a_capture_has_the_same_id_however_often_it_is_sent_and_another_for_everybody_else()
    {
        var (by, other, key) = (new PersonId(Guid.CreateVersion7()), new PersonId(Guid.CreateVersion7()), Guid.CreateVersion7());
        Capture.PieceOf(by, key, Ada).ShouldBe(Capture.PieceOf(by, key, Ada));
        new[] { Capture.PieceOf(by, key, Ada), Capture.PieceOf(by, key, Ben), Capture.PieceOf(other, key, Ada), Capture.PieceOf(by, Guid.CreateVersion7(), Ada) }.Distinct().Count().ShouldBe(4);
        Capture.ExperienceOf(by, key).ShouldNotBe(Capture.ExperienceOf(other, key));
    }

    [Fact]
    public void Whose_face_it_was_can_be_forgotten_and_a_choice_says_who_chose()
    {
        var mark = Mark(Ben);
        mark.Forget();
        (mark.Who, mark.Version).ShouldBe((null, 2));
        var shown = new ShownTo(Piece, Ada);
        shown.Choose(true, false, true, Ada.Person);
        Enum.GetValues<ShownPlace>().Select(shown.IsAt).ShouldBe([true, false, true]);
        (shown.By, shown.Version).ShouldBe((Ada.Person, 2));
    }

    private static FaceMark Mark(LearnerId? who, int left = 100) => new(new FaceMarkId(Guid.CreateVersion7()), Piece, Ada, 1, new FaceBox(left, 100, 100, 100), who, default, DateTime.UnixEpoch);

    private static MayShow Of(Onlooker looks, IReadOnlyCollection<FaceMark> marks, IReadOnlyCollection<LearnerId>? permits = null, bool isChosen = false, bool canHide = true) =>
        MayShow.From(looks, Ada, marks, isChosen, one => permits?.Contains(one) ?? false, canHide);
}
