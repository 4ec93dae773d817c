using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage;

namespace Cairn.App.Cli.Demo;

/// <summary>
/// The high school's official side: a portfolio a year in every area, each worth credit; the diploma of the district in two versions; and what
/// learners had earned before the two years began, as the school's earlier records say it.
/// </summary>
internal sealed class DemoCredits(DemoContent content, DemoPeople people, DemoCalendar calendar)
{
    // The first year of the high school works at this stage in the middle, and each year a stage higher.
    private const int FirstStage = 8;
    private const int Years = 4;

    // From this age on a placement outside the school gives credit, a year after the other.
    private const int OutsideFrom = 17;

    private static readonly (string Area, string Subject, string Course, int Hundredths, string[] Codes)[] Courses =
    [
        ("RD", "english", "English", 100, ["01001", "01002", "01003", "01004"]), ("MA", "math", "Mathematics", 100, ["02052", "02056", "02072", "02106"]),
        ("SC", "science", "Science", 100, ["03001", "03051", "03101", "03151"]), ("PP", "social", "Social Studies", 100, ["04101", "04051", "04151", "04201"]),
        ("AM", "arts", "Arts and Making", 50, ["05101", "05154", "05155", "05156"]), ("HL", "health", "Health and Living", 25, ["08051", "08052", "08053", "08054"]),
    ];

    private const string About = "Fern Hollow is a public district of three schools. Rooms are mixed in age, work is shown in projects, placements and exhibitions, and judged by standards on four levels: Starting, Building, Solid and Extending.";

    private static readonly FrameworkId Framework = new(DemoFramework.Named("framework"));

    private PersonId By => DemoPeople.EducatorOf(people.Staff.Leaders[0].Username).Person;

    /// <summary>The portfolios and the diploma.</summary>
    public void StoreRules(WriteTurn turn)
    {
        var policies = Policies().ToList();
        turn.Insert(policies.Select(one => one.Policy with { RecordedAt = turn.NextAt(DemoCalendar.At(calendar.First, 7, 0)) }));
        turn.Insert(policies.SelectMany(one => one.Parts));
        var (earlier, later) = (DemoContent.Diploma, DemoContent.Diploma.Replace("\"version\": \"2024\"", "\"version\": \"2026\"", StringComparison.Ordinal)
            .Replace("\"id\": \"electives\", \"label\": \"Anything else the learner chooses\", \"need\": 2,", "\"id\": \"electives\", \"label\": \"Anything else the learner chooses\", \"need\": 1.5,", StringComparison.Ordinal)
            .Replace("\"id\": \"health\", \"label\": \"Health and living\", \"need\": 0.75,", "\"id\": \"health\", \"label\": \"Health and living\", \"need\": 1,", StringComparison.Ordinal));
        var turning = calendar.Last.Year + 2;
        turn.Insert((DiplomaPlan[])[
            Plan("fern-hollow", 1, "Fern Hollow diploma", earlier, calendar.First) with { ClassUntil = turning - 1 },
            Plan("fern-hollow", 2, "Fern Hollow diploma", later, calendar.Last.AddDays(-200)) with { ClassFrom = turning, Note = "Half a credit less to choose freely, and a quarter more of health." },
            Plan("fern-hollow-career", 1, "Fern Hollow career diploma", DemoContent.CareerDiploma, calendar.First) with { IsAlternate = true, Note = "For those who begin a trade: one credit of English and one of mathematics less, and work outside the school instead." },
        ]);

        turn.Insert((GradeConversion[])[Conversion()]);
        turn.Insert((SchoolProfile[])[new SchoolProfile(new SchoolProfileId(DemoFramework.Named("profile")), null, 1, "How Fern Hollow works", About, "All of a portfolio has to be shown at Solid or above, with its evidence. Hours count for nothing.",
            "Fern Hollow Area School District", "records@fernhollow.example", "", By, turn.NextAt(DemoCalendar.At(calendar.First, 7, 40)))]);

        GradeConversion Conversion()
        {
            var (made, from) = (DemoCalendar.At(calendar.First, 7, 10), calendar.First.AddYears(-5));
            GradeBand Band(decimal low, decimal high, string letter, decimal percent, decimal points) => new(low, high) { Letter = letter, PercentLow = percent, PercentHigh = percent, Points = points, WeightedPoints = points + 1, EarnsCredit = true };
            var table = new GradeTable([
                Band(3.75m, 4, "A", 97, 4), Band(3.5m, 3.74m, "A-", 92, 3.7m), Band(3.25m, 3.49m, "B+", 88, 3.3m), Band(3, 3.24m, "B", 85, 3),
                new GradeBand(null, 2.99m) { Letter = "Not yet", EarnsCredit = false }]);
            var conversion = new GradeConversion(new GradeConversionId(DemoFramework.Named("conversion")), "fern-hollow", 1, "Letters at Fern Hollow", GradeTableText.Of(table), By, made);
            conversion.Rewrite(conversion.Title, conversion.Table, "", "Every line of credit is at Solid or above: below it there is no credit, and no letter.", PolicyPlace.District, true, By);
            conversion.Propose(from, from, By);
            conversion.Sign(from, DemoPeople.EducatorOf(people.Staff.Leaders.Count > 1 ? people.Staff.Leaders[1].Username : MakeDemo.Teacher).Person, made);
            return conversion;
        }

        DiplomaPlan Plan(string code, int number, string title, string rules, DateOnly from) => new(new DiplomaPlanId(DemoFramework.Named("diploma", code == "fern-hollow" ? $"{number}" : code)), code, number, title, rules,
            Interop.Policies.PolicyText.Read(rules).Hash, from, By, turn.NextAt(DemoCalendar.At(from, 7, 30))) { DraftedBy = people.Staff.Registrars.Count > 0 ? DemoPeople.EducatorOf(people.Staff.Registrars[0].Username).Person : null };
    }

    /// <summary>What everybody of the high school had earned when the two years began: what lies below the stage that they entered at.</summary>
    public void StoreEarlier(WriteTurn turn, IReadOnlyList<DemoFact> facts)
    {
        var entered = facts.Select(one => one.Fact).OfType<StageEntry>().GroupBy(one => (one.Learner, one.Competency)).ToDictionary(some => some.Key, some => some.Min(one => one.Stage));
        var (awards, texts, parts) = (new List<CreditAward>(), new List<CreditAwardText>(), new List<CreditAwardPart>());
        var policies = Policies().ToList();
        foreach (var one in people.HighSchool.Where(one => one.Age > 15))
        {
            var dice = new Dice(BitConverter.ToUInt64(one.Learner.Id.Value.ToByteArray()));
            foreach (var (policy, of) in policies.Where(each => each.Policy.Method != CreditMethod.ExamAndArtifact && each.Parts.Count > 0 && each.Parts.All(part => entered.GetValueOrDefault((one.Learner.Id, part.Competency)) > part.Stage)))
            {
                var award = new CreditAwardId(DemoFramework.Named("award", one.Learner.Username, policy.Code));
                var levels = of.Select(_ => dice.Percent(30) ? 4m : 3m).ToList();
                awards.Add(new CreditAward(award, one.Learner.Id, CreditSource.Mastery, policy.Hundredths, EarnedOn(one.Age, of[0].Stage!.Value - FirstStage, dice), By, turn.NextAt(DemoCalendar.At(calendar.First, 9, 0)))
                {
                    Policy = policy.Id, Area = policy.Area, Level = Math.Round(levels.Average(), 2, MidpointRounding.AwayFromZero), School = one.Learner.School, Program = one.Learner.Program,
                });
                texts.Add(new CreditAwardText(award, policy.CourseTitle, policy.CourseCode, policy.Subject, policy.Tags, "", "", "Taken over from the school's earlier records."));
                parts.AddRange(of.Select((part, i) => new CreditAwardPart(new CreditAwardPartId(DemoFramework.Named("award part", one.Learner.Username, policy.Code, $"{i}")), one.Learner.Id, award, part.Competency, part.Stage, part.Hundredths, levels[i], null)));
            }
        }

        foreach (var one in people.HighSchool)
            foreach (var (policy, _) in policies.Where(each => each.Policy.Method == CreditMethod.JudgedWhole && one.Age >= OutsideFrom + each.Policy.Code[^1] - '1'))
            {
                var award = new CreditAwardId(DemoFramework.Named("award", one.Learner.Username, policy.Code));
                awards.Add(new CreditAward(award, one.Learner.Id, CreditSource.JudgedWhole, policy.Hundredths, calendar.First.AddDays(-20), By, turn.NextAt(DemoCalendar.At(calendar.First, 9, 0))) { Policy = policy.Id, Level = 3, School = one.Learner.School, Program = one.Learner.Program });
                texts.Add(new CreditAwardText(award, policy.CourseTitle, policy.CourseCode, policy.Subject, policy.Tags, "", "", "Taken over from the school's earlier records."));
            }

        turn.Insert(awards);
        turn.Insert(texts);
        turn.Insert(parts);
    }

    // A year of the high school after the other, each before the two years that the demonstration tells of.
    private DateOnly EarnedOn(int age, int year, Dice dice) => calendar.First.AddDays(-Math.Clamp(age - 16 - year, 0, Years) * 365 - 30 - dice.Below(160));

    private IEnumerable<(CreditPolicy Policy, IReadOnlyList<CreditPart> Parts)> Policies()
    {
        foreach (var (area, subject, course, hundredths, codes) in Courses)
            for (var year = 0; year < Years; year++)
            {
                var id = new CreditPolicyId(DemoFramework.Named("credit policy", area, $"{year + 1}"));
                var competencies = content.Framework.Areas.First(one => one.Code == area).Competencies;
                var policy = new CreditPolicy(id, $"{subject}-{year + 1}", 1, $"{course} {year + 1}", Framework, area == "AM" ? CreditMethod.Points : CreditMethod.CompleteEvidence, hundredths, calendar.First, By, default)
                {
                    Area = new AreaId(DemoFramework.Named("area", area)), Subject = subject, Tags = area == "SC" && year > 0 ? "lab" : "", CourseTitle = $"{course} {year + 1}", CourseCode = codes[year],
                    IsNcaaApproved = area is "RD" or "MA" or "SC" or "PP", SeatHours = 120 * hundredths / 100, NeededPoints = area == "AM" ? 80 : null, PostsParts = area is "MA" or "HL",
                };
                List<CreditPart> parts = [.. competencies.Select((one, i) => new CreditPart(id, i + 1, DemoFramework.CompetencyOf(one.Code), FirstStage + year,
                    Share(hundredths, competencies.Count, i), area == "AM" ? Share(100, competencies.Count, i) : 0, area == "AM" && i == 0))];
                yield return (policy, parts);
                // The last year of English can be shown at once: by an exam, and work that a panel looks at.
                if (area != "RD" || year != Years - 1) continue;
                var exam = new CreditPolicyId(DemoFramework.Named("credit policy", "exam"));
                yield return (new CreditPolicy(exam, "english-4-exam", 1, "English 4 by exam and work", Framework, CreditMethod.ExamAndArtifact, hundredths, calendar.First, By, default)
                {
                    Area = policy.Area, Subject = subject, CourseTitle = policy.CourseTitle, CourseCode = codes[year], IsNcaaApproved = true, ExamLeast = 70, PanelSize = 2,
                }, [.. parts.Select(one => one with { Policy = exam, IsRequired = false })]);
            }

        for (var year = 1; year <= 2; year++)
            yield return (new CreditPolicy(new CreditPolicyId(DemoFramework.Named("credit policy", "outside", $"{year}")), $"outside-{year}", 1, $"Learning outside the school {year}", Framework, CreditMethod.JudgedWhole, 75, calendar.First, By, default)
            {
                Subject = "career", CourseTitle = $"Career Exploration {year}", CourseCode = "22151",
            }, []);
    }

    // Shares that add up to the whole.
    private static int Share(int whole, int count, int at) => (whole / count) + (at < whole % count ? 1 : 0);
}
