using Cairn.App.Access.Proofs;
using Cairn.App.Access.Providers;
using Cairn.App.Notices;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cairn.App.Access.Accounts;

/// <summary>Accounts, sessions and what people prove who they are by.</summary>
internal static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Sessions>().AddSingleton<DemoLinks>().AddSingleton<Passwords>().AddSingleton<SpentQuestions>().AddSingleton<SiteAddress>().AddSingleton<ResetLetters>().AddSingleton<ClaimLimits>();
        services.AddSingleton<Mailer>().AddHostedService(provider => provider.GetRequiredService<Mailer>());
        services.AddSingleton(provider => new SignInLimits(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<BadgeLimits>().AddScoped<ClassDevice>().AddScoped<Carried>().AddScoped<KnownDevice>().AddScoped<Entrance>().AddScoped<SignInDoor>().AddScoped<SecondFactor>().AddScoped<Passkeys>().AddScoped<AccountStore>().AddScoped<Renewal>().AddScoped<CarriedLink>().AddScoped<DeadLinks>();
        services.AddSingleton<ProviderDiscovery>().AddScoped<CodeExchange>().AddScoped<ProviderFlow>().AddScoped<ProviderReturn>();
        // Of Identity: what makes and checks passkeys, and finds accounts for it. Its sign-in cookies and its lockout stay out.
        services.AddIdentityCore<Account>(options =>
        {
            options.User.AllowedUserNameCharacters = "";
            options.Lockout.AllowedForNewUsers = false;
        }).AddUserStore<AccountStore>();
        services.TryAddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AuthenticatorTimeout = TimeSpan.FromMinutes(5);
            // What the device signed names our own address. The header of that name says nothing: a page that sends no Referer sends "null".
            options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host.ToUriComponent()}");
            // Which make of device somebody has is nobody's business.
            options.AttestationConveyancePreference = "none";
        });
        return services;
    }
}
