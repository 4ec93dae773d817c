using Cairn.App.Access;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Ui.Kit;

/// <summary>The way to a page of a learner: over the list of learners for who works here, over the family's page for a guardian and from home for the learner, whose list that is not.</summary>
internal static class LearnerCrumbs
{
    /// <summary>The page of the learner that whoever reads came from.</summary>
    public static Crumb Home(Visit visit, Learner learner) =>
        new(learner.FullName, visit.Actor!.Kind == ActorKind.Guardian ? $"{Visit.PathOf(learner.Id)}/family" : Visit.PathOf(learner.Id));

    /// <summary>The way to a page that is called so.</summary>
    public static IReadOnlyList<Crumb> To(Visit visit, Words.Words words, Learner learner, string title) =>
        visit.Actor!.Kind switch
        {
            ActorKind.Guardian => [Home(visit, learner), new Crumb(title)],
            ActorKind.Learner => [new Crumb(words["nav.home"], Visit.PathOf(learner.Id)), new Crumb(title)],
            _ => [new Crumb(words["nav.learners"], "/learners"), Home(visit, learner), new Crumb(title)],
        };
}
