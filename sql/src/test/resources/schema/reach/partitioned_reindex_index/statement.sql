alter index pti rename to ptj;
