using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Papers;

/// <summary>A version of a paper's Word template that the office made. The newest one that is not withdrawn is used; without any, the product's own.</summary>
public sealed class PaperTemplate(Guid id, PaperKind kind, int number, string fileName, long size, string sha256, Guid uploadedById, DateTimeOffset at) : Entity(id)
{
    /// <summary>Which paper.</summary>
    public PaperKind Kind { get; private init; } = kind;

    /// <summary>The version, from 1 for each kind.</summary>
    public int Number { get; private init; } = number;

    /// <summary>What its sender called it.</summary>
    public string FileName { get; private init; } = fileName;

    /// <summary>Bytes.</summary>
    public long Size { get; private init; } = size;

    /// <summary>What is in it.</summary>
    public string Sha256 { get; private init; } = sha256;

    /// <summary>Who sent it.</summary>
    public Guid UploadedById { get; private init; } = uploadedById;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>When it was taken out of use; null while it may be used.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Takes it out of use; it is kept.</summary>
    public void Withdraw(DateTimeOffset at)
    {
        Require(WithdrawnAt is null, PaperRule.ATemplateIsWithdrawnOnce);
        WithdrawnAt = at;
    }
}

/// <summary>Rules of papers and their templates.</summary>
public enum PaperRule
{
    ATemplateIsWithdrawnOnce, OnlyAWordFile, ATemplateIsAtMostTwoMegabytes, NoMacrosOrObjects, NoLinksOutside, OnlyPageNumberFields, TheTemplateHasPlaces, TheTemplateShowsThePrintNumber,
    ThereAreTitlesOfTheYear,
}
