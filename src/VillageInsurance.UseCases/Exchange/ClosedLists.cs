using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>The words of the data files. Anything else is refused.</summary>
internal static class ClosedLists
{
    public static readonly ClosedList<AreaKind> TownshipTypes = new(("street", AreaKind.Street), ("town", AreaKind.Town), ("township", AreaKind.Township),
        ("ethnic-township", AreaKind.EthnicTownship), ("farm", AreaKind.Farm), ("other", AreaKind.Other));

    public static readonly ClosedList<AreaKind> VillageKinds = new(("village-committee", AreaKind.VillageCommittee), ("community", AreaKind.Community), ("other", AreaKind.Other));

    public static readonly ClosedList<Role> StaffRoles = new(("agent", Role.ResidentAgent), ("supervisor", Role.Supervisor));

    public static readonly ClosedList<HouseholdKind> HouseholdKinds = new(("family", HouseholdKind.Family), ("collective", HouseholdKind.Collective));

    public static readonly ClosedList<HouseholdEnd> HouseholdEnds = new(("split", HouseholdEnd.Split), ("merged", HouseholdEnd.Merged), ("moved", HouseholdEnd.Moved), ("dissolved", HouseholdEnd.Dissolved));

    public static readonly ClosedList<Sex> Sexes = new(("\u7537", Sex.Male), ("\u5973", Sex.Female));

    public static readonly ClosedList<ResidenceKind> Residences = new(("local", ResidenceKind.Local), ("away", ResidenceKind.Away), ("migrant", ResidenceKind.Migrant));

    public static readonly ClosedList<JoinReason> JoinReasons = new(("initial", JoinReason.Initial), ("birth", JoinReason.Birth), ("move-in", JoinReason.MoveIn),
        ("marriage", JoinReason.Marriage), ("split", JoinReason.Split), ("merge", JoinReason.Merge));

    public static readonly ClosedList<LeaveReason> LeaveReasons = new(("death", LeaveReason.Death), ("move-out", LeaveReason.MoveOut), ("move-in", LeaveReason.MoveIn),
        ("marriage", LeaveReason.Marriage), ("split", LeaveReason.Split), ("merge", LeaveReason.Merge));

    public static readonly ClosedList<SchoolStage> Stages = new(("kindergarten", SchoolStage.Kindergarten), ("primary", SchoolStage.Primary), ("junior", SchoolStage.Junior),
        ("senior", SchoolStage.Senior), ("vocational", SchoolStage.Vocational), ("university", SchoolStage.University));

    public static readonly ClosedList<PayMode> PayModes = new(("single", PayMode.Once), ("annual", PayMode.Annual), ("half-yearly", PayMode.HalfYearly),
        ("quarterly", PayMode.Quarterly), ("monthly", PayMode.Monthly));

    public static readonly ClosedList<PaymentKind> PaymentKinds = new(("receipt", PaymentKind.Receipt), ("refund-error", PaymentKind.RefundError), ("refund-premium", PaymentKind.RefundPremium),
        ("refund-hesitation", PaymentKind.RefundHesitation), ("cash-value", PaymentKind.CashValue), ("top-up", PaymentKind.TopUp));

    public static readonly ClosedList<ClaimDecision> ClaimDecisions = new(("pay", ClaimDecision.Pay), ("part", ClaimDecision.Part), ("refuse", ClaimDecision.Refuse));

    public static readonly ClosedList<PaymentMethod> Methods = new(("bank", PaymentMethod.Bank), ("wechat", PaymentMethod.Wechat), ("cash", PaymentMethod.Cash));
}
