using Cairn.Learning;

namespace Cairn.App.Features.Tasks;

/// <summary>Pages of the bank of tasks: kept, shared, copied, and given to groups of learners at different stages at once.</summary>
internal static class TasksDoor
{
    public const string Path = "/tasks";

    public static void Map(IEndpointRouteBuilder routes)
    {
        ListTasks.Map(routes);
        EditTask.Map(routes);
        GiveTask.Map(routes);
    }

    public static string PathOf(BankTaskId id) => $"{Path}/{id.Value:N}";
}
