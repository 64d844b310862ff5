using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using VillageInsurance.UseCases.Deliveries;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Deliveries;

/// <summary>Lets the insurer's system in by "Authorization: Bearer" and a key. Whatever is wrong with a key, the answer is the same.</summary>
internal sealed class DeliveryKeyScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DeliveryKeyReader keys, JobIdentity identity)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "DeliveryKey", Policy = "Deliveries";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers[HeaderNames.Authorization].ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (await keys.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } actor) return AuthenticateResult.Fail("no such key");
        identity.TakeSystem(actor);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, actor.StaffId.ToString())], Name)), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(StatusCodes.Status401Unauthorized, "DeliveryKeyUnknown", Context).ExecuteAsync(Context);
    }
}
