using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Names stand in clear for whoever works in the village: agent, supervisor, cadre. Masked for everybody else.</summary>
internal static class NamesInClear
{
    public static string Shown(Actor actor, IVillageOwned record, string name) =>
        actor.RolesFor(Permission.ViewHouseholds, record).Any(r => r is Role.ResidentAgent or Role.Supervisor or Role.VillageCadre) ? name : Masking.Name(name);
}
