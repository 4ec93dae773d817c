using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class AccountsTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts").HasKey(one => one.Id);
        builder.HasIndex(one => one.Login).IsUnique();
        builder.HasIndex(one => one.Email);
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}

internal sealed class AccountPeopleTable : IEntityTypeConfiguration<AccountPerson>
{
    public void Configure(EntityTypeBuilder<AccountPerson> builder)
    {
        builder.ToTable("account_people").HasKey(one => new { one.Account, one.Kind, one.Person });
        // A person has one account.
        builder.HasIndex(one => new { one.Kind, one.Person }).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(one => one.Account).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PasskeysTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkeys").HasKey(one => one.Id);
        builder.HasIndex(one => one.Account);
        builder.HasOne<Account>().WithMany().HasForeignKey(one => one.Account).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExternalLoginsTable : IEntityTypeConfiguration<ExternalLogin>
{
    public void Configure(EntityTypeBuilder<ExternalLogin> builder)
    {
        builder.ToTable("external_logins").HasKey(one => new { one.Provider, one.Subject });
        builder.HasOne<SignInProvider>().WithMany().HasForeignKey(one => one.Provider).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(one => one.Account).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignInProvidersTable : IEntityTypeConfiguration<SignInProvider>
{
    public void Configure(EntityTypeBuilder<SignInProvider> builder)
    {
        builder.ToTable("sign_in_providers").HasKey(one => one.Id);
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}

internal sealed class SessionsTable : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("sessions").HasKey(one => one.TokenHash);
        builder.HasIndex(one => one.Id).IsUnique();
        builder.HasIndex(one => new { one.Account, one.ExpiresAt });
        builder.HasIndex(one => one.Person);
    }
}

internal sealed class OneTimeCodesTable : IEntityTypeConfiguration<OneTimeCode>
{
    public void Configure(EntityTypeBuilder<OneTimeCode> builder)
    {
        builder.ToTable("one_time_codes").HasKey(one => one.Id);
        builder.HasIndex(one => one.CodeHash).IsUnique();
        builder.HasIndex(one => new { one.Kind, one.Person });
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}

internal sealed class BadgesTable : IEntityTypeConfiguration<Badge>
{
    public void Configure(EntityTypeBuilder<Badge> builder)
    {
        builder.ToTable("badges").HasKey(one => one.Id);
        builder.HasIndex(one => one.SecretHash).IsUnique();
        builder.HasOne<Learning.People.Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpenedDevicesTable : IEntityTypeConfiguration<OpenedDevice>
{
    public void Configure(EntityTypeBuilder<OpenedDevice> builder)
    {
        builder.ToTable("opened_devices").HasKey(one => one.Id);
        builder.HasIndex(one => one.TokenHash).IsUnique();
        builder.HasOne<Learning.People.LearningGroup>().WithMany().HasForeignKey(one => one.Group).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learning.People.Educator>().WithMany().HasForeignKey(one => one.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GroupHoursTable : IEntityTypeConfiguration<GroupHours>
{
    public void Configure(EntityTypeBuilder<GroupHours> builder)
    {
        builder.ToTable("group_hours").HasKey(one => new { one.Group, one.Day, one.From });
        builder.HasOne<Learning.People.LearningGroup>().WithMany().HasForeignKey(one => one.Group).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApiClientsTable : IEntityTypeConfiguration<ApiClient>
{
    public void Configure(EntityTypeBuilder<ApiClient> builder)
    {
        builder.ToTable("api_clients").HasKey(one => one.Id);
        builder.HasIndex(one => one.TokenHash).IsUnique();
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}

internal sealed class KeptAnswersTable : IEntityTypeConfiguration<KeptAnswer>
{
    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("kept_answers").HasKey(one => new { one.Client, one.Key });
        builder.HasIndex(one => one.At);
    }
}
