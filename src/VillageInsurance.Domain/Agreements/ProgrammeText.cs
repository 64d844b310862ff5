using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Agreements;

/// <summary>A text that people sign, in numbered versions. What was signed never changes: the office publishes the next version instead.</summary>
public sealed class ProgrammeText(Guid id, TextKind kind, int number, string title, IReadOnlyList<TextPoint> points, DateOnly publishedOn, Guid publishedById) : Entity(id)
{
    /// <summary>What it is.</summary>
    public TextKind Kind { get; private init; } = kind;

    /// <summary>The version, from 1.</summary>
    public int Number { get; private init; } = number;

    /// <summary>Its heading.</summary>
    public string Title { get; private init; } = title;

    /// <summary>Its points, each with the key by which it stays known.</summary>
    public IReadOnlyList<TextPoint> Points { get; private init; } = points;

    /// <summary>The day of its publication.</summary>
    public DateOnly PublishedOn { get; private init; } = publishedOn;

    /// <summary>Who published it.</summary>
    public Guid PublishedById { get; private init; } = publishedById;

    /// <summary>The next version. Refused when a point of this one is gone: what agents commit to only grows.</summary>
    public ProgrammeText Next(Guid id, string title, IReadOnlyList<TextPoint> points, DateOnly on, Guid byId)
    {
        Require(Points.All(p => points.Any(n => n.Key == p.Key && !string.IsNullOrWhiteSpace(n.Text.Zh))), LetterRule.TheFivePointsStay);
        return new ProgrammeText(id, Kind, Number + 1, title, points, on, byId);
    }
}

/// <summary>One point of a text, by its key.</summary>
public sealed record TextPoint(string Key, Wording Text);

/// <summary>The agents' commitment letter (诚信承诺书), or the households' consent (知情同意书).</summary>
public enum TextKind { CommitmentLetter, Consent }
