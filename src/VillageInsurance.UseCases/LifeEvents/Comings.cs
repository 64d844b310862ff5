using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>Somebody enters: born into the household, or come from elsewhere.</summary>
internal static class Comings
{
    public static async Task BornAsync(LifeCase c, Vault vault, Newcomer newcomer)
    {
        var taken = Read(newcomer);
        if (taken.BirthDate != c.Facts.On) throw LifeEventRule.ABirthIsOnItsDay.Broken();
        await TakeInAsync(c, vault, taken, ResidenceKind.Local, JoinReason.Birth);
    }

    public static Task ArrivedAsync(LifeCase c, Vault vault, Newcomer newcomer) => TakeInAsync(c, vault, Read(newcomer), c.Facts.Residence ?? ResidenceKind.Local, JoinReason.MoveIn);

    private static async Task TakeInAsync(LifeCase c, Vault vault, NewPerson taken, ResidenceKind residence, JoinReason why)
    {
        var person = await c.Db.TakePersonAsync(vault, c.Household, taken, c.Facts.On);
        await c.Ledger.JoinAsync(c.Household, person, c.Facts.Relation, residence, why);
    }

    // The number is the authority on sex and birth date; that it is one has been checked with the input.
    private static NewPerson Read(Newcomer n) => n.IdNumber is not null && IdNumber.TryParse(n.IdNumber, testRegionAllowed: true, out var number)
        ? new(n.Id, n.Name.Trim(), number, number.Sex, number.BirthDate) : new(n.Id, n.Name.Trim(), null, n.Sex, n.BirthDate);
}
