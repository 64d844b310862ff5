using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.UseCases.Data;

/// <summary>What one person may look at in clear.</summary>
public static class RevealLimit
{
    /// <summary>Values in an hour, of all kinds together.</summary>
    public const int MostInAnHour = 30;

    /// <summary>Refuses the thirty-first look in an hour; two at once are counted one after the other.</summary>
    internal static async Task RefuseTooManyRevealsAsync(this AppDb db, DateTimeOffset now)
    {
        await db.LockAsync($"reveal/{db.Actor.StaffId}");
        var since = now.AddHours(-1);
        var looks = await db.AuditChanges.CountAsync(c => c.Change == AuditChange.Revealed && db.AuditEvents.Any(e => e.Id == c.EventId && e.StaffId == db.Actor.StaffId && e.At > since));
        if (looks >= MostInAnHour) throw new TooManyReveals();
    }
}

/// <summary>Thirty values in an hour are enough for any task.</summary>
public sealed class TooManyReveals() : Refusal("Thirty values were shown within an hour.");
