// Which states a case is open in, and in which it is over, in the words of the register's filter.
export const openStates = 'received,acknowledged,in-progress,waiting-for-customer,waiting-for-third-party,answered'
export const overStates = 'resolved,rejected,closed'
