using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Households;

/// <summary>Which lists behind a figure open for a person in a place: none, those of households and people, or also who is covered and who is not.</summary>
public enum ListSight { None, Households, WithPolicies }

internal static class ListSights
{
    public static ListSight ListsOf(this Actor actor, IVillageOwned place) =>
        !actor.May(Permission.ViewHouseholds, place) ? ListSight.None
        : actor.May(Permission.ViewPolicies, place) ? ListSight.WithPolicies : ListSight.Households;
}
