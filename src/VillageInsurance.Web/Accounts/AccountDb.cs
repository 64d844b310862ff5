using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace VillageInsurance.Web.Accounts;

/// <summary>Accounts, their sessions and the keys of the cookies, in tables of their own: signing in must work before there is an actor.</summary>
public sealed class AccountDb(DbContextOptions<AccountDb> options) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>The table of EF Core that says which migrations of these tables were run.</summary>
    public const string MigrationsTable = "account_migrations";

    /// <summary>Every sign-in, ended ones too.</summary>
    public DbSet<AccountSession> Sessions => Set<AccountSession>();
    /// <summary>The keys that cookies and form tokens are sealed with.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Options for this connection, with the migrations in their own table.</summary>
    public static DbContextOptions<AccountDb> OptionsFor(string connectionString) =>
        (DbContextOptions<AccountDb>)Use(new DbContextOptionsBuilder<AccountDb>(), connectionString).Options;

    internal static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable(MigrationsTable))
        .UseSnakeCaseNamingConvention();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(account =>
        {
            account.ToTable("account_users");
            account.HasIndex(a => a.StaffId).IsUnique();
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.Entity<DataProtectionKey>().ToTable("account_keys");
        builder.Entity<AccountSession>(session =>
        {
            session.ToTable("account_sessions");
            session.HasIndex(s => new { s.AccountId, s.StartedAt });
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
            session.Property(s => s.End).HasConversion<string>().HasMaxLength(40);
            session.Property(s => s.Address).HasMaxLength(64);
        });
        // Nothing that a record points to disappears.
        foreach (var key in builder.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys())) key.DeleteBehavior = DeleteBehavior.Restrict;
    }
}
