using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Deliveries;

/// <summary>A key (接口密钥) with which the insurer's system delivers policies, premiums or claims. Only the hash of its secret is kept; it ends by itself, and can be ended.</summary>
public sealed class DeliveryKey(Guid id, Guid staffId, string prefix, byte[] secretHash, DeliveryKinds kinds, DateOnly expiresOn, Guid createdById, DateTimeOffset createdAt) : Entity(id)
{
    /// <summary>The longest life of a key, in days.</summary>
    public const int MostDays = 366;

    /// <summary>In whose name it delivers: a staff member that stands for the insurer's system and has no account.</summary>
    public Guid StaffId { get; private init; } = staffId;

    /// <summary>The part of the key by which it is found and named; says nothing about the secret. Unique.</summary>
    public string Prefix { get; private init; } = prefix;

    /// <summary>SHA-256 of the secret, which is random and long enough to need no slower hash.</summary>
    public byte[] SecretHash { get; private init; } = secretHash;

    /// <summary>What may be delivered with it.</summary>
    public DeliveryKinds Kinds { get; private init; } = kinds;

    /// <summary>Its last day.</summary>
    public DateOnly ExpiresOn { get; private init; } = expiresOn;

    /// <summary>Who made it.</summary>
    public Guid CreatedById { get; private init; } = createdById;

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; private init; } = createdAt;

    /// <summary>Who ended it before its last day; null while it stands.</summary>
    public Guid? EndedById { get; private set; }

    /// <summary>When it was ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Makes a key. Refused: for nothing, for longer than a year, for a day that is past.</summary>
    public static DeliveryKey Create(Guid id, Guid staffId, DeliverySecret secret, DeliveryKinds kinds, DateOnly expiresOn, Guid createdById, DateTimeOffset at, DateOnly today)
    {
        Require(kinds is > DeliveryKinds.None and <= DeliveryKinds.All, DeliveryKeyRule.AKeyIsForSomething);
        Require(today <= expiresOn && expiresOn <= today.AddDays(MostDays), DeliveryKeyRule.AKeyLivesAYearAtMost);
        return new(id, staffId, secret.Prefix, secret.Hash, kinds, expiresOn, createdById, at);
    }

    /// <summary>Whether it opens anything on this day.</summary>
    public bool HoldsOn(DateOnly day) => EndedAt is null && day <= ExpiresOn;

    /// <summary>Ends it at once.</summary>
    public void End(Guid byId, DateTimeOffset at)
    {
        Require(EndedAt is null, DeliveryKeyRule.AKeyIsEndedOnce);
        (EndedById, EndedAt) = (byId, at);
    }
}

/// <summary>What may be delivered with a key.</summary>
[Flags]
public enum DeliveryKinds { None = 0, Policies = 1, Premiums = 2, Claims = 4, All = 7 }

/// <summary>Why something about a key was refused.</summary>
public enum DeliveryKeyRule { AKeyIsForSomething, AKeyLivesAYearAtMost, AKeyIsEndedOnce }
