using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Policies;

/// <summary>A product's usual terms, so that whoever enters a policy types its letter and nothing else.</summary>
public sealed class ProductTariff(Guid id, string productCode, string letter, long premiumFen, long sumInsuredFen, PayMode payMode, int payYears, int termMonths) : Entity(id)
{
    /// <summary>The product's code.</summary>
    public string ProductCode { get; private init; } = productCode;

    /// <summary>The letter that stands for it on the keyboard; unique.</summary>
    public string Letter { get; private set; } = letter;

    /// <summary>One instalment, in fen.</summary>
    public long PremiumFen { get; private set; } = premiumFen;

    /// <summary>The sum insured, in fen.</summary>
    public long SumInsuredFen { get; private set; } = sumInsuredFen;

    /// <summary>How it is paid.</summary>
    public PayMode PayMode { get; private set; } = payMode;

    /// <summary>For how many years it is paid.</summary>
    public int PayYears { get; private set; } = payYears;

    /// <summary>How long it covers, in months.</summary>
    public int TermMonths { get; private set; } = termMonths;
}
