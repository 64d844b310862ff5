using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.UseCases.Data;
using VillageInsurance.Web.Shell;

namespace VillageInsurance.Web.Accounts;

/// <summary>Sign-in, sessions, and who is asking.</summary>
public static class AccountsSetup
{
    private const int HashIterations = 210_000;

    /// <summary>Registers all of it; refuses Production without a certificate for the keys.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var database = builder.Configuration.MainDatabase();
        services.AddDbContextFactory<AccountDb>(options => AccountDb.Use(options, database));
        services.AddIdentityStore();
        services.AddSingleton<SessionBook>().AddSingleton<CircuitRegistry>().AddSingleton<SignInLimits>();
        services.AddSingleton<AccountWork>();
        services.AddScoped<SignIn>().AddScoped<SessionCookie>().AddScoped<ChangePassword>();
        services.AddScoped<AccountList>().AddScoped<CreateAccount>().AddScoped<ResetPassword>();
        services.AddScoped<DisableAccount>().AddScoped<EnableAccount>().AddScoped<EndSessions>();

        services.AddHttpContextAccessor();
        services.AddScoped<CircuitIdentity>().AddScoped<AuthenticationStateProvider>(s => s.GetRequiredService<CircuitIdentity>()).AddScoped<CircuitHandler, CircuitActivity>();
        services.AddScoped<ICurrentActor, CurrentActor>();
        services.AddCascadingAuthenticationState();
        builder.AddCookie();
        services.AddPermissionPolicies();
        builder.AddCookieKeys();
    }

    /// <summary>User names, password hashes and lock-out, for the host and for the command line alike.</summary>
    public static void AddIdentityStore(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
        {
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            // PasswordRules decides alone.
            options.Password = new() { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
        }).AddEntityFrameworkStores<AccountDb>().AddPasswordValidator<PasswordRules>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
    }

    private static void AddCookie(this WebApplicationBuilder builder) =>
        builder.Services.AddAuthentication(SessionClaims.Scheme).AddCookie(SessionClaims.Scheme, options =>
        {
            options.Cookie.Name = PlainHttp.CookieName(builder, "session");
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = PlainHttp.SecurePolicy(builder);
            options.LoginPath = "/sign-in";
            // The session book ends idle sessions; a circuit works on without renewing its cookie.
            (options.ExpireTimeSpan, options.SlidingExpiration) = (AccountSession.Longest, false);
            options.EventsType = typeof(SessionCookie);
        });

    private static void AddCookieKeys(this WebApplicationBuilder builder)
    {
        var keys = builder.Services.AddDataProtection().SetApplicationName("village-insurance").PersistKeysToDbContext<AccountDb>();
        if (builder.Configuration["DataProtection:CertificateFile"] is { Length: > 0 } file)
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, builder.Configuration["DataProtection:Password"]));
        else if (builder.Environment.IsProduction())
            throw new InvalidOperationException("Set DataProtection:CertificateFile (a PKCS#12 file) and DataProtection:Password: in production the keys of the cookies are stored encrypted.");
    }
}
