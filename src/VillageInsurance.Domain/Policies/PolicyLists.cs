namespace VillageInsurance.Domain.Policies;

/// <summary>How the premium is paid. Everything but once (趸交) is a regular premium (期交). The numbers of these lists are stored.</summary>
public enum PayMode { Once = 1, Annual = 2, HalfYearly = 3, Quarterly = 4, Monthly = 5 }

/// <summary>What a payment is. Receipts and top-ups add, refunds of error and premium take away; the other two are in no sum.</summary>
public enum PaymentKind { Receipt = 1, RefundError = 2, RefundPremium = 3, RefundHesitation = 4, CashValue = 5, TopUp = 6 }

/// <summary>How money moved. Cash on a premium raises a check.</summary>
public enum PaymentMethod { Bank = 1, Wechat = 2, Cash = 3 }
