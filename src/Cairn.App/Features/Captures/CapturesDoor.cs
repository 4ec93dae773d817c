using Cairn.App.Access;
using Cairn.App.Files;

namespace Cairn.App.Features.Captures;

/// <summary>What is captured with a phone or at a desk, on the line or off it.</summary>
internal static class CapturesDoor
{
    public static readonly Audience ForWhom = new(Who.Educators | Who.Learners);

    public static IServiceCollection AddCaptures(this IServiceCollection services) => services.AddScoped<Capturing>().AddSingleton<Thumbnails>().AddSingleton<SmallPictures>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        SendCapture.Map(routes);
        ShowCapture.Map(routes);
        CaptureShell.Map(routes);
    }
}
