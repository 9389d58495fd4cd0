import { makeComplaints, bodyOf } from '../bench/load/complaints.ts'
const key=process.argv[2]!, n=Number(process.argv[3])
const next=makeComplaints('prof'+Date.now().toString(36))
const began=performance.now()
let left=n
await Promise.all(Array.from({length:16},async()=>{ while(left-->0){ const c=next(); const r=await fetch('http://127.0.0.1:4198/api/v1/complaints',{method:'POST',headers:{authorization:`Bearer ${key}`,'content-type':'application/json','idempotency-key':c.externalId},body:bodyOf(c)}); if(r.status>=300) throw new Error(await r.text()) } }))
console.log('sent',n,((performance.now()-began)/1000).toFixed(1),'s')
