namespace VillageInsurance.Domain.Complaints;

/// <summary>The way a complaint came. The numbers of these lists are stored.</summary>
public enum ComplaintChannel { Supervisor = 1, Agent = 2, Hotline = 3, Office = 4, CallBack = 5 }

/// <summary>What it is about: first the kinds of mis-selling as a life insurer publishes them, then the rest.</summary>
public enum ComplaintKind
{
    /// <summary>Cover or return was exaggerated.</summary>
    ExaggeratedCover = 1,

    /// <summary>A law or policy of the state was made up.</summary>
    FalseLaw = 2,

    /// <summary>A gift was promised that does not exist.</summary>
    FalseGift = 3,

    /// <summary>The product was said to be withdrawn soon.</summary>
    FalseWithdrawal = 4,

    /// <summary>It was sold as a deposit, fund or bank product.</summary>
    SoldAsDeposit = 5,

    /// <summary>Exclusions, loss on surrender, fees, uncertainty, term, payment years, waiting or hesitation period were hidden.</summary>
    TermsHidden = 6,

    /// <summary>A return was guaranteed.</summary>
    GuaranteedReturn = 7,

    /// <summary>The holder was urged to surrender for a new policy.</summary>
    UrgedToSurrender = 8,

    /// <summary>The agent took premium or benefit into his own hands (Sales Conduct Rules art. 32).</summary>
    TookMoney = 20,

    /// <summary>Somebody else signed (art. 29).</summary>
    SignedForAnother = 21,

    /// <summary>Somebody was pressed to buy (Insurance Law art. 11, 131).</summary>
    PressedToBuy = 22,

    /// <summary>A claim is slow, or was settled badly.</summary>
    ClaimHandling = 23,

    /// <summary>The service was poor.</summary>
    Service = 24,

    /// <summary>Personal data were given away or misused.</summary>
    PersonalData = 25,

    /// <summary>Something else.</summary>
    Other = 99,
}

/// <summary>What came of it.</summary>
public enum ComplaintOutcome { Founded = 1, PartlyFounded = 2, Unfounded = 3 }

/// <summary>What is still to be done with a complaint.</summary>
public enum ComplaintStep { Decide, Tell, Done }

/// <summary>What the kinds have in common.</summary>
public static class ComplaintKinds
{
    /// <summary>Whether it is mis-selling (销售误导), which the programme counts by itself.</summary>
    public static bool IsMisSelling(this ComplaintKind kind) => kind <= ComplaintKind.UrgedToSurrender;
}
