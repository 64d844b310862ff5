namespace VillageInsurance.Domain.Policies;

/// <summary>How the premium is paid. Everything but once (趸交) is a regular premium (期交). The numbers of these lists are stored.</summary>
public enum PayMode { Once = 1, Annual = 2, HalfYearly = 3, Quarterly = 4, Monthly = 5 }

/// <summary>What a payment is. Receipts and top-ups add, refunds of error and premium take away; the other two are in no sum.</summary>
public enum PaymentKind { Receipt = 1, RefundError = 2, RefundPremium = 3, RefundHesitation = 4, CashValue = 5, TopUp = 6 }

/// <summary>How money moved. Cash raises a check.</summary>
public enum PaymentMethod
{
    /// <summary>Between bank accounts.</summary>
    Bank = 1,

    /// <summary>By WeChat or Alipay to the insurer.</summary>
    Wechat = 2,

    /// <summary>In notes.</summary>
    Cash = 3,

    /// <summary>At a bank's counter, to the insurer's account.</summary>
    BankCounter = 4,

    /// <summary>At the insurer's own card terminal.</summary>
    InsurerPos = 5,
}

/// <summary>To whom a premium went. The numbers are stored.</summary>
public enum Payee { Insurer = 1, Person = 2 }

/// <summary>What was given for a premium. The numbers are stored.</summary>
public enum ReceiptForm { Official = 1, Handwritten = 2 }
