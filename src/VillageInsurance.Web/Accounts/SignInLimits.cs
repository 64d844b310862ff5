using System.Threading.RateLimiting;

namespace VillageInsurance.Web.Accounts;

/// <summary>How often a password may be tried: 10 times a minute for a user name, 100 times from an address, which a whole office may share.</summary>
public sealed class SignInLimits : IDisposable
{
    private readonly PartitionedRateLimiter<string> _names = PerMinute(10), _addresses = PerMinute(100);

    /// <summary>Counts one try, and says whether it may be made.</summary>
    public bool Allow(string userName, string? address)
    {
        using var byAddress = _addresses.AttemptAcquire(address ?? "");
        using var byName = _names.AttemptAcquire(userName.ToUpperInvariant());
        return byAddress.IsAcquired && byName.IsAcquired;
    }

    /// <summary>Stops their clocks.</summary>
    public void Dispose()
    {
        _names.Dispose();
        _addresses.Dispose();
    }

    private static PartitionedRateLimiter<string> PerMinute(int permits) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(key, _ =>
            new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
}
