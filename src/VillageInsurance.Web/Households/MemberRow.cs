using System.Text.Json.Serialization;
using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.Web.Households;

/// <summary>A member's row as typed.</summary>
public sealed class MemberRow
{
    public Guid PersonId { get; set; } = Guid.CreateVersion7();
    public bool IsNew { get; set; } = true;
    public string Name { get; set; } = "";
    public string IdNumber { get; set; } = "";

    /// <summary>The number that is known, masked.</summary>
    public string? KnownNumber { get; set; }
    public int? KnownAge { get; set; }

    /// <summary>The number is missing yet: sex and birth date are told.</summary>
    public bool WithoutNumber { get; set; }
    public Sex? Sex { get; set; }
    public DateOnly? BirthDate { get; set; }
    public FamilyRole Role { get; set; } = FamilyRole.Other;

    /// <summary>Whether somebody chose the role; a guess gives way to the next one.</summary>
    public bool RoleSaid { get; set; }

    /// <summary>The word of the list, kept while the role stays.</summary>
    public string? KnownRelation { get; set; }
    public ResidenceKind Residence { get; set; } = ResidenceKind.Local;
    public DateOnly? JoinedOn { get; set; }
    public JoinReason Reason { get; set; } = JoinReason.Initial;
    public string Ethnicity { get; set; } = "";
    public string Occupation { get; set; } = "";
    public bool? HasMedicalInsurance { get; set; }
    public bool? HasPension { get; set; }
    public bool HasHealthNote { get; set; }
    public string Health { get; set; } = "";
    public bool AtSchool { get; set; }
    public Guid SchoolId { get; set; } = Guid.CreateVersion7();
    public string School { get; set; } = "";
    public SchoolStage? Stage { get; set; }

    /// <summary>Nothing is typed: the row that stands ready.</summary>
    [JsonIgnore] public bool IsEmpty => IsNew && Name.Length == 0 && IdNumber.Length == 0;

    /// <summary>What the number typed says; null while it is none.</summary>
    [JsonIgnore] public IdNumber? Number => Domain.Households.IdNumber.TryParse(Digits, testRegionAllowed: true, out var number) ? number : null;

    /// <summary>Sex and birth date, from the number or as told.</summary>
    [JsonIgnore] public BornAs? BornAs => Number is { } n ? new(n.Sex, n.BirthDate) : Sex is { } sex && BirthDate is { } born ? new(sex, born) : null;

    /// <summary>The number without spaces and with a capital X.</summary>
    [JsonIgnore] public string Digits => string.Concat(IdNumber.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    public static MemberRow Of(HouseholdDesk.Member m) => new()
    {
        PersonId = m.PersonId,
        IsNew = false,
        Name = m.Name,
        KnownNumber = m.IdNumber,
        KnownAge = m.Age,
        WithoutNumber = m.IdNumber is null,
        Sex = m.Sex,
        BirthDate = m.BirthDate,
        Role = RelationWords.RoleOf(m.Relation),
        RoleSaid = true,
        KnownRelation = m.Relation,
        Residence = m.Residence,
        Ethnicity = m.Facts.Ethnicity ?? "",
        Occupation = m.Facts.Occupation ?? "",
        HasMedicalInsurance = m.Facts.HasMedicalInsurance,
        HasPension = m.Facts.HasPension,
        HasHealthNote = m.HasHealthNote,
        AtSchool = m.AtSchool,
    };

    /// <summary>The age on a day; null while nothing says it.</summary>
    public int? AgeOn(DateOnly today) => BornAs is { } born ? born.AgeOn(today) : KnownAge;

    /// <summary>A known member about whom only the age is shown.</summary>
    public BornAs? About(DateOnly today) => Sex is { } sex && KnownAge is { } age ? new(sex, today.AddYears(-age)) : null;

    public MemberEntry ToEntry(DateOnly today) => new(PersonId, IsNew, Name.Trim(), Digits.Length > 0 ? Digits : null, Sex, BirthDate,
        KnownRelation is { } known && RelationWords.RoleOf(known) == Role ? known : RelationWords.Of(Role), Residence, JoinedOn ?? today, Reason,
        IsNew && Ethnicity.Length + Occupation.Length == 0 && HasMedicalInsurance is null && HasPension is null ? null
            : new(DeskModel.OrNull(Ethnicity), DeskModel.OrNull(Occupation), HasMedicalInsurance, HasPension),
        Health.Length > 0 ? Health.Trim() : null, School.Length > 0 && Stage is { } stage ? new(SchoolId, School.Trim(), stage, today) : null);
}
