using System.Text;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Why a cell or row was fixed, asks or was refused; each has its text.</summary>
public enum RosterReason
{
    // Fixed
    FullWidth = 1, Apostrophe, Spaces, IdLowerCaseX, Id15Digits, DateForm, DateSerial, AmountForm, VillageShort, SexForm, TotalsRow, RepeatedHousehold, RepeatedLine,

    // Asked
    NameMissing = 40, NameCharacters, IdMissing, IdTwice, DateMissing, DateNoDay, DateYearOnly, DateShortYear, DateOrder, DateUnreadable, DateFuture, BirthNotOfId, SexNotOfId, SexUnknown,
    AmountMissing, AmountUnreadable, VillageMissing, VillageBare, VillageUnknown, HouseholdNoMissing, PolicyNoMissing, PolicyNoTwice,

    // Asked after a look into the register
    IdElsewhere = 64, HouseholdElsewhere, HouseholdEnded, GroupUnknown, GroupNotOfRegister, MemberUnknown,

    // Rejected
    IdCheckDigit = 80, IdCutToFifteen, IdLength, IdCharacters, IdDate, IdRegion, VillageOther, GroupOther,

    // Replaces what the register says
    Changed = 96,
}

/// <summary>The codes that files carry.</summary>
internal static class RosterReasons
{
    /// <summary>The reason in lower case with hyphens, such as id-check-digit; it stays the same whatever the language.</summary>
    public static string Code(this Enum reason)
    {
        var (name, code) = (reason.ToString(), new StringBuilder());
        for (var i = 0; i < name.Length; i++)
        {
            var begins = char.IsAsciiLetterUpper(name[i]) || char.IsAsciiDigit(name[i]) && !char.IsAsciiDigit(name[i - 1]);
            if (begins && i > 0) code.Append('-');
            code.Append(char.ToLowerInvariant(name[i]));
        }
        return code.ToString();
    }
}
